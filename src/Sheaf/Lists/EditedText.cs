using System.Text;
using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>A text file that an editor writes by hand and Sheaf changes at single places: all else stays byte for byte.</summary>
internal sealed class EditedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private EditedText(byte[]? bytes, string text)
    {
        Exists = bytes is not null;
        Bytes = bytes ?? [];
        Text = text;
    }

    /// <summary>Whether there is such a file.</summary>
    public bool Exists { get; }

    public byte[] Bytes { get; }

    /// <summary>With its byte order mark, if there is one.</summary>
    public string Text { get; }

    /// <summary>The ending of its first line, which new lines get too; a line feed where it has none.</summary>
    public string LineEnding
    {
        get
        {
            var (end, next) = MarkdownLine.EndOfLine(Text, 0);
            return end < next ? Text[end..next] : "\n";
        }
    }

    public bool IsBlank => Text.Trim('\ufeff', '\r', '\n', ' ').Length == 0;

    public bool LacksLastEnding => Text.Length > 0 && Text[^1] is not ('\n' or '\r');

    /// <summary>Empty where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">A larger file is none of these, in bytes.</param>
    /// <param name="hadContent">Whether it is known to have held something when it was last looked at.</param>
    /// <param name="patience">How long other programs that are saving it are waited for.</param>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read, or others have been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static EditedText Read(string path, int most, bool hadContent, Patience patience)
    {
        try
        {
            var bytes = SharedFile.Read(path, most, hadContent, patience);
            return new(bytes, Decode(path, bytes ?? []));
        }
        catch (TooLargeException)
        {
            throw new CurationException(path, null, $"The file is larger than {most >> 20} MB, the most a file of references may have.");
        }
    }

    /// <summary>A text that is in no file yet.</summary>
    internal static EditedText Of(byte[] bytes) => new(bytes, Decode("", bytes));

    private static string Decode(string path, byte[] bytes)
    {
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            throw new CurationException(path, 1, "The file is UTF-16; save it as UTF-8.");
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            var line = bytes.AsSpan(0, Math.Clamp(invalid.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw new CurationException(path, line, "This line is not valid UTF-8; save the file as UTF-8.");
        }
    }
}
