using System.Text.RegularExpressions;
using MimeKit;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Reads a mail or a mailbox: each part as the list it is, with lines counted in the file.</summary>
internal sealed class MailReader
{
    /// <summary>Mails attached to mails beyond this depth are left alone.</summary>
    private const int DeepestMail = 8;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 64 };

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _depth;
    private readonly Dictionary<MimeEntity, long> _bodies = [];

    private readonly List<long> _lineEnds;

    private MailReader(ReadOnlyMemory<byte> content, int depth) => (_content, _depth, _lineEnds) = (content, depth, LineEnds(content.Span));

    /// <param name="content">The file.</param>
    /// <param name="isMailbox">Whether it holds many mails, each after a line <c>From …</c>.</param>
    /// <param name="depth">How many mails it is inside of.</param>
    public static ReadList Read(ReadOnlyMemory<byte> content, bool isMailbox, int depth) =>
        depth > DeepestMail ? new([], []) : new MailReader(content, depth).Read(isMailbox);

    private ReadList Read(bool isMailbox)
    {
        using var stream = new MemoryStream(_content.ToArray(), writable: false);
        var parser = new MimeParser(Options, stream, isMailbox ? MimeFormat.Mbox : MimeFormat.Entity);
        parser.MimeEntityEnd += (_, end) => _bodies[end.Entity] = end.HeadersEndOffset;
        var lists = new List<ReadList>();
        try
        {
            do
            {
                lists.Add(Read(parser.ParseMessage()));
            }
            while (isMailbox && !parser.IsEndOfStream);
        }
        catch (FormatException)
        {
            // What cannot be parsed any further is no mail; what was read before stays.
            return lists.Count > 0 ? ReadList.Of(lists) : TextListReader.Read("", ShownText.Of(ForeignBytes.Read("", _content.Span)));
        }

        return ReadList.Of(lists);
    }

    private ReadList Read(MimeMessage? message) => message is null ? new([], []) : ReadList.Of([Subject(message), Read(message.Body)]);

    /// <summary>What a subject names is a mention, as it stands above the text. Its line is that of the text's beginning.</summary>
    private ReadList Subject(MimeMessage message) => new(
        [
            .. IdentifierFinder.Find(message.Subject ?? "").Where(found => found.Reference is not null)
                .Select(found => new Claim(found, message.Body is { } body ? LineOfBody(body) : 1, IsEntry: false)),
        ],
        []);

    private ReadList Read(MimeEntity? entity) => entity switch
    {
        MultipartAlternative alternatives => Richest(alternatives.Select(Read)),
        Multipart parts => ReadList.Of(parts.Select(Read)),
        MessagePart attached => Read(attached.Message),
        TextPart text when text.FileName is null => MailText.Read(text, LineOfBody(text)),
        MimePart { FileName: { } name } file when IsText(file, name) => ReadFile(file, name),
        _ => new([], []),
    };

    /// <summary>
    /// The same text in several forms is one list: that in which most claims have a title, the later one if they are equal. What only
    /// another form has, where a mail program hid a link, is added.
    /// </summary>
    private static ReadList Richest(IEnumerable<ReadList> alternatives)
    {
        var lists = alternatives.Reverse().ToList();
        if (lists.MaxBy(list => (list.Claims.Count(claim => claim.Title is not null), list.Claims.Count)) is not { } richest)
        {
            return new([], []);
        }

        var named = richest.Claims.Select(IdentifierOf).ToHashSet();
        var missing = lists.SelectMany(list => list.Claims)
            .Where(claim => claim.Reference.Reference is not null && named.Add(IdentifierOf(claim)));
        return richest with { Claims = [.. richest.Claims.Concat(missing).OrderBy(claim => claim.Line)] };
    }

    private static ArxivIdentifier? IdentifierOf(Claim claim) => claim.Reference.Reference?.Identifier;

    /// <summary>A file that was attached; lines in it count from where it begins in the mail.</summary>
    private ReadList ReadFile(MimePart file, string name)
    {
        using var decoded = new MemoryStream();
        file.Content?.DecodeTo(decoded);
        try
        {
            var list = ListReader.ReadPart(Path.GetFileName(name), decoded.ToArray(), _depth + 1);
            return MailText.From(list, LineOfBody(file), MailText.KeepsLines(file));
        }
        catch (CurationException)
        {
            return new([], []);
        }
    }

    private static bool IsText(MimePart file, string name) =>
        file.ContentType.IsMimeType("text", "*")
            || file.ContentType.IsMimeType("application", "json")
            || file.ContentType.IsMimeType("application", "x-bibtex")
            || Path.GetExtension(name).ToLowerInvariant() is ".md" or ".txt" or ".bib" or ".ris" or ".csv" or ".json" or ".html" or ".eml";

    private int LineOfBody(MimeEntity part) =>
        !_bodies.TryGetValue(part, out var offset) ? 1
        : _lineEnds.BinarySearch(offset) is var at && at >= 0 ? at + 1
        : ~at + 1;

    private static List<long> LineEnds(ReadOnlySpan<byte> content)
    {
        var ends = new List<long>();
        for (var at = 0; content[at..].IndexOf((byte)'\n') is >= 0 and var length; at += length + 1)
        {
            ends.Add(at + length);
        }

        return ends;
    }
}

/// <summary>The text of a mail.</summary>
internal static partial class MailText
{
    /// <param name="part">The text, in whatever encoding.</param>
    /// <param name="line">The line of the file on which it begins.</param>
    public static ReadList Read(TextPart part, int line)
    {
        var text = part.Text ?? "";
        var shown = part.IsHtml ? HtmlPageText.Read(text) : PlainMarkup.Show(Quoted().Replace(text, ""));
        return From(TextListReader.Read("", shown), line, KeepsLines(part));
    }

    /// <summary>Whether the lines of a part stand in the file one by one, as they do unless they are encoded.</summary>
    public static bool KeepsLines(MimePart part) =>
        part.ContentTransferEncoding is ContentEncoding.Default or ContentEncoding.SevenBit or ContentEncoding.EightBit
            or ContentEncoding.Binary;

    /// <summary>Counts lines in the whole file.</summary>
    public static ReadList From(ReadList list, int line, bool keepsLines) => new(
        [.. list.Claims.Select(claim => claim with { Line = keepsLines ? line + claim.Line - 1 : line })],
        [.. list.Paperless.Select(entry => entry with { Line = keepsLines ? line + entry.Line - 1 : line })]);

    // Someone else's words in an answer.
    [GeneratedRegex("^(>[ ]?)+", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
