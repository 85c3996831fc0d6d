using System.Globalization;
using System.Text;

namespace Sheaf.TestKit.Lists;

/// <summary>
/// Lists of invented papers as long as one likes, in each format of records: with abstracts that name other papers, and a damaged record
/// now and then.
/// </summary>
internal static class LongLists
{
    private const string Abstract = "We study widgets that turn, and gears {in oil}: 40% of them are \\\"older\\\" than those of"
        + " arXiv:2305.01234. A second sentence says so, with commas, and more.";

    public static IReadOnlyList<string> Formats => ["bib", "ris", "csv", "tsv", "json", "xml"];

    /// <summary>The list of a format, of at least so many characters.</summary>
    public static string Write(string format, int length)
    {
        var text = new StringBuilder(length + 1_000);
        text.Append(format switch
        {
            "csv" =>
            "Title,Authors,Abstract,Link,Year\n",
            "tsv" =>
            "Title\tAuthors\tAbstract\tLink\tYear\n",
            "json" => "[\n",
            "xml" => "<records>\n",
            _ => ""
        });
        for (var number = 1; text.Length < length; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(format == "json" && number > 1 ? ",\n" : "")}{Record(format, number)}");
        }

        return text.Append(format switch { "json" => "]\n", "xml" => "</records>\n", _ => "" }).ToString();
    }

    private static string Record(string format, int number)
    {
        var (id, title) = (string.Create(CultureInfo.InvariantCulture, $"2404.{number % 90_000 + 1:D5}"),
            string.Create(CultureInfo.InvariantCulture, $"Widgets That Turn, Part {number}"));
        var isDamaged = number % 50 == 0;
        return format switch
        {
            "bib" =>
                $"@article{{w{id},\n  title = {{{title}{(isDamaged ? " {" : "")}}},\n  author = {{Specimen, Ada and Muster, Bo}},\n"
                + $"  abstract = {{{Abstract}}},\n  url = {{https://arxiv.org/abs/{id}}}\n}}\n\n",
            "ris" =>
                $"TY  - JOUR\nTI  - {title}\nAU  - Specimen, Ada\n"
                + $"AB  - {Abstract}\n{(isDamaged ? "" : $"UR  - https://arxiv.org/abs/{id}\n")}ER  - \n\n",
            "csv" => $"\"{title}{(isDamaged ? "" : "\"")},\"Specimen, Ada; Muster, Bo\",\"{Abstract.Replace("\\\"", "\"\"",
                StringComparison.Ordinal)}\",https://arxiv.org/abs/{id},2024\n",
            "tsv" => $"{title}\tSpecimen, Ada\t{Abstract}\thttps://arxiv.org/abs/{id}\t2024\n",
            "json" =>
                $"{{\"title\": \"{title}\", \"authors\": [\"Ada Specimen\", \"Bo Muster\"], \"abstract\": \"{Abstract}\", "
                + $"\"externalIds\": {{\"ArXiv\": {(isDamaged ? "2404.1" : $"\"{id}\"")}}}, \"year\": 2024}}",
            _ => $"<record><title>{title}</title><authors><author>Specimen, Ada</author><author>Muster, "
                + $"Bo</author></authors><abstract>{Abstract}</abstract><link>https://arxiv.org/abs/{id}</link></record>\n",
        };
    }
}
