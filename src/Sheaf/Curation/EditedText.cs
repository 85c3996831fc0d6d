using System.Text;

namespace Sheaf.Curation;

/// <summary>A text file that an editor writes by hand and Sheaf adds to: what was there stays byte for byte.</summary>
internal sealed class EditedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;

    private EditedText(string path, byte[] bytes, string text)
    {
        _path = path;
        Bytes = bytes;
        Text = text;
    }

    public byte[] Bytes { get; }

    /// <summary>With its byte order mark, if there is one.</summary>
    public string Text { get; }

    /// <summary>The ending of its first line, which new lines get too; a line feed where it has none.</summary>
    public string LineEnding
    {
        get
        {
            var first = Text.AsSpan().IndexOfAny('\r', '\n');
            var isCarriageReturn = first >= 0 && Text[first] == '\r';
            return !isCarriageReturn ? "\n" : Text.AsSpan(first).StartsWith("\r\n") ? "\r\n" : "\r";
        }
    }

    public bool IsBlank => Text.Trim('\ufeff', '\r', '\n', ' ').Length == 0;

    public bool LacksLastEnding => Text.Length > 0 && Text[^1] is not ('\n' or '\r');

    /// <summary>Empty where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">A larger file is none of these, in bytes.</param>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static EditedText Read(string path, int most)
    {
        var bytes = !File.Exists(path) ? [] : BoundedFile.Read(path, most)
            ?? throw new CurationException(path, null, $"The file is larger than {most >> 20} MB, the most a file of references may have.");
        return new(path, bytes, Decode(path, bytes));
    }

    /// <summary>Appends this text, all of it or, if anything fails, none.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Append(string added) => WholeFile.Replace(_path, [.. Bytes, .. Encoding.UTF8.GetBytes(added)]);

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
