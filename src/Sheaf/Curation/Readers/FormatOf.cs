using System.Text.RegularExpressions;

namespace Sheaf.Curation.Readers;

/// <summary>Which format a file has: its name's ending decides; where that says nothing, what the file begins with.</summary>
internal static partial class FormatOf
{
    private static readonly Dictionary<string, ListFormat> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = ListFormat.Text,
        [".markdown"] = ListFormat.Text,
        [".txt"] = ListFormat.Text,
        [".text"] = ListFormat.Text,
        [".html"] = ListFormat.Html,
        [".htm"] = ListFormat.Html,
        [".xhtml"] = ListFormat.Html,
        [".bib"] = ListFormat.Bibtex,
        [".bibtex"] = ListFormat.Bibtex,
        [".ris"] = ListFormat.Ris,
        [".csv"] = ListFormat.Csv,
        [".tsv"] = ListFormat.Csv,
        [".json"] = ListFormat.Json,
        [".jsonl"] = ListFormat.Json,
        [".ndjson"] = ListFormat.Json,
        [".eml"] = ListFormat.Mail,
        [".mbox"] = ListFormat.Mbox,
        [".xml"] = ListFormat.Xml,
        [".opml"] = ListFormat.Xml,
        [".rss"] = ListFormat.Xml,
        [".atom"] = ListFormat.Xml,
    };

    /// <param name="name">A file's name; any other text where there is no file.</param>
    /// <param name="text">The file as text, at least its beginning.</param>
    public static ListFormat Of(string name, string text) => ByName(name, text) is ListFormat.Text && IsPastedTable(text) ? ListFormat.Csv : ByName(name, text);

    /// <summary>A part of a spreadsheet, copied into a text: the tabs tell.</summary>
    private static bool IsPastedTable(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart(" \r\n\ufeff").ToString();
        return beginning.AsSpan().IndexOfAny("\t\n") is >= 0 and var at && beginning[at] == '\t' && CsvColumns.AreNamedIn(beginning);
    }

    private static ListFormat ByName(string name, string text) =>
        ByEnding.TryGetValue(Path.GetExtension(name), out var format) ? format : Of(text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart(" \t\r\n\ufeff").ToString());

    private static ListFormat Of(string beginning) => beginning switch
    {
        ['{', ..] when JsonObject().IsMatch(beginning) => ListFormat.Json,
        ['[', ..] when JsonArray().IsMatch(beginning) => ListFormat.Json,
        ['<', ..] when Feed().IsMatch(beginning) => ListFormat.Xml,
        ['<', ..] when Markup().IsMatch(beginning) => ListFormat.Html,
        ['@' or '%', ..] when BibtexEntry().IsMatch(beginning) => ListFormat.Bibtex,
        ['T', 'Y', ..] when RisType().IsMatch(beginning) => ListFormat.Ris,
        ['F', 'r', 'o', 'm', ' ', ..] when MboxMarker().IsMatch(beginning) => ListFormat.Mbox,
        _ when MailHeader().IsMatch(beginning) => ListFormat.Mail,
        _ when CsvColumns.AreNamedIn(beginning) => ListFormat.Csv,
        _ => ListFormat.Text,
    };

    [GeneratedRegex(@"^\{\s*(""|\})", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonObject();

    // [2404.19756] begins a line of text, [2404.19756, …] could be either: an array of JSON that is worth reading has texts or objects in it.
    [GeneratedRegex(@"^\[\s*([\[{""]|\]\s*\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonArray();

    [GeneratedRegex(@"^<(!doctype\s+(html|netscape)|!--|\?xml|html|head|body|h[1-6]|p|div|table|ul|ol|dl|a|span|article|section|meta)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(<\?xml[^>]{0,200}>\s*)?<(opml|rss|feed|rdf:RDF|xml|records)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Feed();

    [GeneratedRegex(@"^(%[^\n]*\n\s*)*@[a-zA-Z]+\s*[{(]", RegexOptions.ExplicitCapture)]
    private static partial Regex BibtexEntry();

    [GeneratedRegex("^TY  ?- ", RegexOptions.ExplicitCapture)]
    private static partial Regex RisType();

    [GeneratedRegex(@"^From [^\n]+\n[A-Za-z-]+:", RegexOptions.ExplicitCapture)]
    private static partial Regex MboxMarker();

    [GeneratedRegex(@"^(return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|x-[a-z-]+):[^\n]*\r?\n([ \t][^\n]*\r?\n)*[a-z0-9-]+:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MailHeader();
}
