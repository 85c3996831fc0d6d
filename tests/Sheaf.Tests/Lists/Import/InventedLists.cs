using System.Globalization;
using System.Text;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Long lists in the shapes of real ones, of papers that do not exist; the same ones in each run.</summary>
internal sealed class InventedLists
{
    public const int Count = 300;

    private static readonly string[] Things = ["Widgets", "Gears", "Springs", "Cogs", "Levers", "Pulleys", "Cams", "Axles"];

    private static readonly string[] Ways = ["Turning", "Learning", "Bending", "Measuring", "Folding", "Scaling"];

    private static readonly string[] People = ["Ada Specimen", "Zoe Muster", "Bo Lu", "Chen Hu", "Jan van der Berg", "Marta Costa-Example"];

    private readonly Random _random = new(20240506);

    public static IEnumerable<string> Identifiers => Enumerable.Range(1, Count).Select(Identifier);

    /// <summary>
    /// An awesome list whose entries are paragraphs: title, people, venue and links, in one of the ways people write them.
    /// </summary>
    public string Paragraphs()
    {
        var list = new StringBuilder(
            "# Awesome Widgets\n\nA list of papers on widgets. See [contributing](CONTRIBUTING.md).\n\n- [Surveys](#surveys)\n"
            + "- [Gears](#gears)\n");
        for (var number = 1; number <= Count; number++)
        {
            list.Append(number % 40 == 1 ? $"\n## {Pick(Things)}\n" : "").Append('\n').Append(Paragraph(number)).Append('\n');
        }

        return list.Append(
            "\n## Datasets\n- [Cogs](https://github.com/widget/cogs)\n- One item with a [paper](https://arxiv.org/abs/2404.00001)\n")
            .ToString();
    }

    /// <summary>Tables of HTML, one a year, with cells that span lines.</summary>
    public string Tables()
    {
        var list = new StringBuilder("# Awesome Gears\n\n- [2024](#2024)\n- a bullet: https://arxiv.org/abs/2404.00001\n");
        for (var number = 1; number <= Count; number++)
        {
            list.Append(number % 50 == 1 ? "\n<table>\n<thead><tr><th>Title</th><th>Venue</th><th>Links</th></tr></thead>\n<tbody>\n" : "");
            list.Append(Row(number));
            list.Append(number % 50 == 0 ? "</tbody>\n</table>\n" : "");
        }

        return list.ToString();
    }

    /// <summary>A year of mails: announcements of arXiv, alerts as pages, alerts as text.</summary>
    public string Mails()
    {
        var box = new StringBuilder();
        for (var (number, mail) = (1, 0); number <= Count; number += 6, mail++)
        {
            var numbers = Enumerable.Range(number, Math.Min(6, Count - number + 1));
            var kind = mail % 3;
            box.Append(
                CultureInfo.InvariantCulture,
                $"From alerts@example.org Mon Apr  1 00:00:00 2024\nFrom: alerts@example.org\nSubject: new papers {mail}\nMIME-Version: "
                + $"1.0\n");
            box.Append(CultureInfo.InvariantCulture, $"Content-Type: text/{(kind == 1 ? "html" : "plain")}; charset=utf-8\n\n");
            box.Append(kind == 1 ? $"<html><body>\n{string.Concat(numbers.Select(ScholarResult))}</body></html>\n"
                : kind == 2 ? $"Hello,\n\nhere is what is new.\n\n{string.Concat(numbers.Select(Alert))}"
                : $"{new string('-', 78)}\n{string.Concat(numbers.Select(Announcement))}").Append('\n');
        }

        return box.ToString();
    }

    private string Paragraph(int number) => _random.Next(5) switch
    {
        0 => $"**{Title()}.**<br>\n*{Persons()}.*<br>\nCVPR 2024. [[PDF]({Link(number)})] [[Code](https://github.com/widget/g{number})]",
        1 => $"**{Title()}**  \n{Persons()}  \n[Project](https://w{number}.example) / [arXiv]({Link(number)})",
        2 => $"{Title()}, {Persons()}, ICLR 2024 [[paper]({Link(number)})]",
        3 => $"<b>{Title()}</b> <a href=\"{Link(number)}\">[PDF]</a> <a href=\"https://github.com/widget/g{number}\">[Code]</a>",
        _ => $"### [PDF] {Title()} {Link(number)}",
    };

    private string Row(int number) => _random.Next(3) switch
    {
        0 => $"<tr><td><b>{Title()}</b></td><td>ICLR 2024</td><td><a href=\"{Link(number)}\">paper</a> <a "
            + $"href=\"https://github.com/widget/g{number}\">code</a></td></tr>\n",
        1 => $"<tr>\n  <td>{Title()}<br>{Persons()}</td>\n  <td>arXiv</td>\n  <td>\n    <a href=\"{Link(number)}\"><img "
            + "src=\"https://example.org/arxiv.svg\"></a>\n  </td>\n</tr>\n",
        _ => $"<tr><td><a href=\"{Link(number)}\">{Title()}</a></td><td></td><td>[code](https://github.com/widget/g{number})</td></tr>\n",
    };

    private string Announcement(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"\\\\\narXiv:{Identifier(number)}\nDate: Mon, 1 Apr 2024 00:00:00 GMT   (12kb)\n\nTitle: {Title()}\nAuthors: "
        + $"{Persons()}\nCategories: cs.CL\n\\\\\n  We turn.\n\\\\ ( {Link(number)} ,  12kb)\n{new string('-', 78)}\n");

    private string ScholarResult(int number) =>
        $"<h3><span>[PDF]</span> <a href=\"https://scholar.google.com/scholar_url?url={Link(number)}&amp;hl=en&amp;sa=X\">"
        + $"{Title()}</a></h3>\n"
        + $"<div>A Specimen - arXiv preprint arXiv:{Identifier(number)}, 2024</div><div>We study widgets and how they turn ...</div>\n";

    private string Alert(int number) =>
        $"{Title()}\n{Persons()} - arXiv preprint arXiv:{Identifier(number)}, 2024\nWe study widgets and how they turn.\n\n";

    private string Title() => $"{Pick(Ways)} {Pick(Things)} with {Pick(Things)}: A {Pick(["Long", "Short", "Second"])} Study";

    private string Persons() => $"{Pick(People)}, {Pick(People)}";

    private string Pick(string[] words) => words[_random.Next(words.Length)];

    private string Link(int number) => $"https://arxiv.org/{Pick(["abs", "pdf"])}/{Identifier(number)}";

    private static string Identifier(int number) => string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}");
}
