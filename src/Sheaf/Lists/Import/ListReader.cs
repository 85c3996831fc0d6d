using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// Reads anybody's list: plain text, Markdown, HTML, BibTeX, RIS, CSV, JSON, OPML and feeds, a mail or a mailbox. What stands in a list is
/// data: nothing in it is an error, and what does not follow its format is read as plain text. The time taken grows with the length of the
/// list only.
/// </summary>
internal static class ListReader
{
    /// <summary>
    /// Every place that names a paper, or was meant to, in the order of the file, without what stands aside: in the note of an entry, in
    /// code.
    /// </summary>
    /// <param name="name">The file's name, whose ending decides the format; a name without a known ending leaves it to the content.</param>
    /// <param name="content">The file.</param>
    /// <param name="most">The most bytes it may have: those of <see cref="FileLimits.ForeignList"/>, unless it is the editor's own.</param>
    /// <exception cref="CurationException">The file is too large, or is no text at all.</exception>
    public static IReadOnlyList<Claim> Read(string name, ReadOnlyMemory<byte> content, int most = FileLimits.ForeignList) =>
        [.. ReadWhole(name, content, most).Claims.Where(claim => !claim.IsAside)];

    /// <summary>All that a list holds, with what stands aside and with the entries that name no paper.</summary>
    /// <inheritdoc cref="Read"/>
    public static ReadList ReadWhole(string name, ReadOnlyMemory<byte> content, int most = FileLimits.ForeignList)
    {
        if (content.Length > most)
        {
            throw CurationException.TooLarge(name, most);
        }

        return ReadPart(name, content, depth: 0);
    }

    /// <summary>Reads a file, or a file attached to a mail.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="depth">How many mails it is inside of.</param>
    /// <exception cref="CurationException">The bytes are no text.</exception>
    internal static ReadList ReadPart(string name, ReadOnlyMemory<byte> content, int depth)
    {
        var text = ForeignBytes.Read(name, content.Span);
        var format = FormatOf.Of(name, text);
        return format switch
        {
            ListFormat.Html => Page(name, content, text),
            ListFormat.Mail => MailReader.Read(content, isMailbox: false, depth),
            ListFormat.Mbox => MailReader.Read(content, isMailbox: true, depth),
            ListFormat.Xml => XmlRecordReader.Read(text) is { } records ? WithMentions(records, text) : Page(name, content, text),
            _ => ReadMixed(name, format, text),
        };
    }

    /// <summary>Reads a text each part of which may be in a format of its own.</summary>
    private static ReadList ReadMixed(string name, ListFormat format, string text)
    {
        var (blocks, around) = MixedText.Divide(format, text);
        var parts = blocks.Select(block => ReadOne(name, block.Format, block.Text).Below(block.LinesBefore)).ToList();
        var list = ReadOne(name, format, around);
        return parts.Count == 0 ? list : ReadList.InOrder([list, .. parts]);
    }

    private static ReadList ReadOne(string name, ListFormat format, string text) => format switch
    {
        ListFormat.Bibtex => WithMentions(BibtexReader.Read(text), text),
        ListFormat.Ris => WithMentions(RisReader.Read(text), text),
        ListFormat.Csv => WithMentions(CsvReader.Read(text), text),
        ListFormat.Json when JsonReader.Read(text, out var end) is { } records => end == text.Length ? WithMentions(records, text)
            : ReadList.InOrder([WithMentions(records, text[..end]), ReadBehind(name, text, end)]),
        _ when HasUnseen(text) => WithUnseen(Text(name, text), text),
        _ => Text(name, text),
    };

    /// <summary>Front matter speaks of the list: a paper that it names is told of, and never listed.</summary>
    private static ReadList Text(string name, string text)
    {
        var list = TextListReader.Read(name, PlainMarkup.Show(text), isOwnMarkup: true);
        var lines = FrontMatterLines.Count(text);
        return lines == 0 ? list : new(
            [.. list.Claims.Select(claim => claim.Line > lines ? claim : claim with { IsEntry = false, IsInRecord = true })],
            [.. list.Paperless.Where(entry => entry.Line > lines)]);
    }

    private static ReadList Page(string name, ReadOnlyMemory<byte> content, string text) =>
        WithUnseen(TextListReader.Read(name, HtmlPageText.Read(content, text)), text);

    /// <summary>What stands behind a document is of any format.</summary>
    private static ReadList ReadBehind(string name, string text, int at)
    {
        var rest = text[at..];
        return ReadMixed(name, FormatOf.Of("-", rest), rest).Below(text.AsSpan(0, at).Count('\n'));
    }

    /// <summary>
    /// The list with the papers that are named outside of its records, in comments or between them: a person is told of these, too.
    /// </summary>
    private static ReadList WithMentions(ReadList list, string text) => WithOthers(list, text, claim => claim with { IsInRecord = true });

    /// <summary>The list with the papers that a page names where nobody sees it: in attributes, scripts and images.</summary>
    private static ReadList WithUnseen(ReadList list, string text) => WithOthers(list, text, claim => claim with { IsAside = true });

    /// <summary>Whether a text has parts that are not shown: tags or images.</summary>
    private static bool HasUnseen(string text) =>
        text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal)
        || text.Contains("<img", StringComparison.OrdinalIgnoreCase) || text.Contains("![", StringComparison.Ordinal);

    private static ReadList WithOthers(ReadList list, string text, Func<Claim, Claim> told)
    {
        var named = list.Claims.Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>().ToHashSet();
        var (others, line, counted) = (new List<Claim>(), 1, 0);
        foreach (var found in IdentifierFinder.Find(text)
            .Where(found => found.Reference is { } reference && named.Add(reference.Identifier)))
        {
            line += text.AsSpan(counted, found.Index - counted).Count('\n');
            counted = found.Index;
            others.Add(told(new(found, line, IsEntry: false)));
        }

        return others.Count == 0 ? list : list with { Claims = [.. list.Claims.Concat(others).OrderBy(claim => claim.Line)] };
    }
}

/// <summary>Reads tables of separated values: each row is a record.</summary>
internal static class CsvReader
{
    public static ReadList Read(string text) => Records.Read(TableRecords.Of(Rows(text)));

    /// <summary>Without the line that names the separator.</summary>
    public static IReadOnlyList<IReadOnlyList<Cell>> Rows(string text)
    {
        var rows = new CsvText(text, CsvColumns.SeparatorOf(text)).Rows();
        return [.. CsvColumns.SeparatorLine(text) is null ? rows : rows.Skip(1)];
    }
}
