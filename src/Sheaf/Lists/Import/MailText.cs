using System.Text.RegularExpressions;
using MimeKit;

namespace Sheaf.Lists.Import;

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
        part.ContentTransferEncoding is ContentEncoding.Default or ContentEncoding.SevenBit or ContentEncoding.EightBit or ContentEncoding.Binary;

    /// <summary>Counts lines in the whole file.</summary>
    public static ReadList From(ReadList list, int line, bool keepsLines) => new(
        [.. list.Claims.Select(claim => claim with { Line = keepsLines ? line + claim.Line - 1 : line })],
        [.. list.Paperless.Select(entry => entry with { Line = keepsLines ? line + entry.Line - 1 : line })]);

    // Someone else's words in an answer.
    [GeneratedRegex("^(>[ ]?)+", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
