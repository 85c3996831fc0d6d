using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>Which format a file has: what it begins with decides where it is a format of records; else the ending of its name.</summary>
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

    /// <summary>Of a text that is looked at: what its format is shows at its beginning.</summary>
    private const int Beginning = 4096;

    /// <param name="name">A file's name; any other text where there is no file.</param>
    /// <param name="text">The file as text, at least its beginning.</param>
    public static ListFormat Of(string name, string text)
    {
        var named = ByEnding.TryGetValue(Path.GetExtension(name), out var format) ? format : (ListFormat?)null;
        // A page and a mail may begin with anything.
        if (named is ListFormat.Html or ListFormat.Mail or ListFormat.Mbox)
        {
            return named.Value;
        }

        var beginning = text.AsSpan(0, Math.Min(text.Length, Beginning)).TrimStart(" \t\r\n\ufeff").ToString();
        return OfRecords(beginning) ?? named switch
        {
            null => OfAnyText(beginning),
            ListFormat.Text => OfText(name, text, beginning),
            ListFormat.Bibtex when !AnyEntry().IsMatch(text) => ListFormat.Text,
            ListFormat.Ris when !AnyTag().IsMatch(text) => ListFormat.Text,
            ListFormat.Xml when !beginning.StartsWith('<') => ListFormat.Text,
            _ => named.Value,
        };
    }

    /// <summary>The formats of records that show from the first characters on, whatever the file is called.</summary>
    private static ListFormat? OfRecords(string beginning) => beginning switch
    {
        ['{', ..] when JsonObject().IsMatch(beginning) => ListFormat.Json,
        ['[', ..] when JsonArray().IsMatch(beginning) => ListFormat.Json,
        ['<', ..] when Feed().IsMatch(beginning) => ListFormat.Xml,
        ['@' or '%', ..] when BibtexEntry().IsMatch(beginning) => ListFormat.Bibtex,
        _ when RisReader.IsWrittenIn(beginning) => ListFormat.Ris,
        _ => null,
    };

    private static ListFormat OfAnyText(string beginning) => beginning switch
    {
        ['<', ..] when Markup().IsMatch(beginning) => ListFormat.Html,
        ['F', 'r', 'o', 'm', ' ', ..] when MboxMarker().IsMatch(beginning) => ListFormat.Mbox,
        _ when MailHeader().IsMatch(beginning) => ListFormat.Mail,
        _ when CsvColumns.AreNamedIn(beginning) => ListFormat.Csv,
        _ => BeginsWithEntries(beginning) ? ListFormat.Bibtex : ListFormat.Text,
    };

    /// <summary>A text may hold a table, or a bibliography below a line or two.</summary>
    private static ListFormat OfText(string name, string text, string beginning)
    {
        var isPlain = !Path.GetExtension(name).StartsWith(".m", StringComparison.OrdinalIgnoreCase);
        // The tabs tell of a part of a spreadsheet that was copied: its first column may have no name.
        var table = text.AsSpan(0, Math.Min(text.Length, Beginning)).TrimStart(" \r\n\ufeff").ToString();
        var hasTabs = table.AsSpan().IndexOfAny('\t', '\n') is >= 0 and var at && table[at] == '\t';
        return (hasTabs || isPlain) && CsvColumns.AreNamedIn(hasTabs ? table : beginning) ? ListFormat.Csv
            : isPlain && BeginsWithEntries(beginning) ? ListFormat.Bibtex
            : ListFormat.Text;
    }

    private static bool BeginsWithEntries(string beginning) =>
        EntryOnLine().Match(beginning) is { Success: true } first && beginning[..first.Index] is var before
        && !MarkdownLine.Split(before).Exists(line => line.Fence is not null) && IdentifierFinder.Find(before).Count == 0;

    [GeneratedRegex(@"^\{\s*(""|\})", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonObject();

    // [2404.19756] begins a line of text, [2404.19756, …] could be either: an array of JSON that is worth reading has texts or objects in
    // it.
    [GeneratedRegex(@"^\[\s*([\[{""]|\]\s*\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonArray();

    [GeneratedRegex(
        @"^<(!doctype\s+(html|netscape)|!--|\?xml|html|head|body|h[1-6]|p|div|table|ul|ol|dl|a|span|article|section|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"^(<\?xml[^>]{0,200}>\s*(<!doctype(?!\s+html)[^>]{0,400}>\s*|<!--.{0,1000}?-->\s*){0,5}<(?!html\b|!doctype)[a-z]|<(opml|rss"
        + @"|feed|rdf:RDF|xml|records|references|bibliography|collection|modsCollection)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Feed();

    [GeneratedRegex(@"^(%[^\n]*\n\s*)*@[a-zA-Z]+\s*[{(]", RegexOptions.ExplicitCapture)]
    private static partial Regex BibtexEntry();

    [GeneratedRegex(@"@[a-zA-Z]{1,40}\s{0,20}[{(]")]
    private static partial Regex AnyEntry();

    [GeneratedRegex(@"^[ \t]{0,3}@[a-zA-Z]{3,40}\s{0,20}[{(]\s{0,20}[^\s,{}()=]{0,200},", RegexOptions.Multiline)]
    private static partial Regex EntryOnLine();

    [GeneratedRegex(@"^[ \t]{0,3}[A-Z][A-Z0-9][ \t]{0,3}-([ \t]|\r?$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"^From [^\n]+\n[A-Za-z-]+:", RegexOptions.ExplicitCapture)]
    private static partial Regex MboxMarker();

    [GeneratedRegex(
        @"^(return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|x-[a-z-]+):[^\n]*\n([ \t][^\n]*\n)*[a-z0-9-]+:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MailHeader();
}

/// <summary>The kinds of file that lists come in.</summary>
internal enum ListFormat
{
    /// <summary>Plain text and Markdown: one grammar, since people mix them.</summary>
    Text,
    Html,
    Bibtex,
    Ris,
    Csv,
    Json,
    /// <summary>OPML, the feeds of Atom and RSS, and the like.</summary>
    Xml,
    Mail,
    Mbox,
}
