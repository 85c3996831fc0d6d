using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Texts that an address carries in Base64 (of either alphabet, with or without padding, also without a sign where it begins) or in
/// hexadecimal digits, as links of newsletters are that count their clicks.
/// </summary>
internal static partial class EncodedPayload
{
    // An address of arXiv's has more; random names of other things mostly have no more either, and decode to nothing.
    private const int Shortest = 16;
    private const int MostInOneText = 8;

    // "http" and "{\"" as Base64 has them.
    private const string Http = "aHR0c";
    private const string Json = "eyJ";

    // "http" in hexadecimal digits.
    private const string HexadecimalHttp = "68747470";

    /// <summary>Whether an address has a row of characters that can be such a text: long, with capitals and small letters.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> address)
    {
        var (length, capitals, small) = (0, 0, 0);
        foreach (var character in address)
        {
            length = Value(character) < 0 || character == '/' ? 0 : length + 1;
            capitals = length == 0 ? 0 : capitals + (char.IsAsciiLetterUpper(character) ? 1 : 0);
            small = length == 0 ? 0 : small + (char.IsAsciiLetterLower(character) ? 1 : 0);
            if (length >= Shortest && capitals > 0 && small > 0)
            {
                return true;
            }
        }

        return address.Contains(HexadecimalHttp, StringComparison.Ordinal);
    }

    /// <summary>The texts in an address or in another such text.</summary>
    public static IEnumerable<string> Read(string text) =>
        Run().Matches(text).SelectMany(run => Starts(run.Value).Select(start => Decode(text, run.Index + start)))
            .Concat(Hexadecimal().Matches(text).Select(run => Printable(Convert.FromHexString(run.ValueSpan[..(run.Length / 2 * 2)]))))
            .Where(decoded => decoded.Length >= Shortest / 2)
            .Take(MostInOneText);

    // Some trackers put a prefix of letters before the payload.
    private static IEnumerable<int> Starts(string run)
    {
        yield return 0;
        if (run.IndexOf(Http, 1, StringComparison.Ordinal) is > 0 and var start)
        {
            yield return start;
        }
    }

    // A slash belongs to one of the alphabets, but also divides a path; it is only passed over where the payload shows what it is.
    private static string Decode(string text, int start)
    {
        var isPlain = text.AsSpan(start).StartsWith(Http) || text.AsSpan(start).StartsWith(Json);
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        for (var at = start; at < text.Length && (isPlain || text[at] != '/') && Value(text[at]) is >= 0 and var value; at++)
        {
            bits = ((bits << 6) | value) & 0xffff;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                if (IsControl(bytes[^1]))
                {
                    break;
                }
            }
        }

        return Printable([.. bytes]);
    }

    private static int Value(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };

    // As far as it is text; within JSON a slash may be written with a backslash before it.
    private static string Printable(byte[] bytes)
    {
        var length = Array.FindIndex(bytes, IsControl) is >= 0 and var end ? end : bytes.Length;
        return Encoding.UTF8.GetString(bytes, 0, length).Replace("\\/", "/", StringComparison.Ordinal);
    }

    private static bool IsControl(byte value) => value < ' ' && value is not ((byte)'\n' or (byte)'\r' or (byte)'\t');

    [GeneratedRegex("[A-Za-z0-9_+-]{16,}")]
    private static partial Regex Run();

    [GeneratedRegex($"(?<![0-9A-Fa-f]){HexadecimalHttp}[0-9A-Fa-f]{{16,}}")]
    private static partial Regex Hexadecimal();
}
