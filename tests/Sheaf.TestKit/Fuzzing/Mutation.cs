using System.Text;

namespace Sheaf.TestKit.Fuzzing;

/// <summary>
/// Damages inputs at random: bytes changed, left out, repeated, moved in from another input, and what a grammar stumbles over put in.
/// </summary>
internal static class Mutation
{
    private const int MostDamages = 8;
    private const int LongestPiece = 60;

    /// <summary>Nothing grows beyond this, so that what takes long or much is the parser's fault.</summary>
    private const int LongestInput = 64 * 1024;

    private static readonly byte[][] Stumbling =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "&", ";", "&#0;", "&#xD800;", "&#x110000;", "&amp;", "\"", "'", "(", ")", "[", "](", "{", "}", "$", "\\",
            "\\'", "\\\"{", "|", "|---|", "`", "```",
            ",", ":", " and ", "\r", "\n", "\n\n", "\t", "\0", "\u00FF", "\uFEFF", "\u202E", "\u0660", "\U0001F600", "e\u0301", "<!--",
            "-->", "<![CDATA[", "]]>", "<?x ?>", "<!DOCTYPE a [", "<b>", "<table>",
            "</table>", "<a href=", "99999999999999999999", "-1", "1e999", "NaN", "v0", "v1", "31 Feb 2024", "29 Feb 2023", "0000",
            "arXiv:", "https://arxiv.org/abs/", "2404.00001", "hep-th/9901001",
            "10.48550/arXiv.", "%2F", "%", "\u2605", "#", "# ", "## 2024-04", "- ", "* ", "//", "@article{", "TY  - ", "From ",
            "Content-Type: multipart/mixed; boundary=x", "=?utf-8?Q?=", "--x", "=\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3], [0xED, 0xA0, 0x80], [0xFE, 0xFF], [0xFF, 0xFE], [0xF8, 0x88],
    ];

    /// <param name="seed">An input; it is left as it is.</param>
    /// <param name="other">Another, out of which pieces may come.</param>
    /// <param name="random">The same damage for the same state of it.</param>
    public static byte[] Of(byte[] seed, byte[] other, Random random)
    {
        var input = seed.ToList();
        for (var damage = random.Next(MostDamages); damage >= 0; damage--)
        {
            Damage(input, other, random);
        }

        return [.. input.Take(LongestInput)];
    }

    private static void Damage(List<byte> input, byte[] other, Random random)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(random.Next(1, LongestPiece), input.Count - at);
        switch (random.Next(9))
        {
            case 0 when length > 0:
                input[at] = (byte)random.Next(256);
                break;
            case 1 when length > 0:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 4:
                Repeat(input, at, input.GetRange(at, length), random);
                break;
            case 5 when other.Length > 0:
                var from = random.Next(other.Length);
                input.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 4 * LongestPiece), other.Length - from)));
                break;
            case 6 when random.Next(8) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            case 7 when random.Next(4) == 0:
                Repeat(input, at, Stumbling[random.Next(Stumbling.Length)], random);
                break;
            default:
                input.InsertRange(at, Stumbling[random.Next(Stumbling.Length)]);
                break;
        }
    }

    /// <summary>Seldom very often: that is where time and depth grow.</summary>
    private static void Repeat(List<byte> input, int at, IReadOnlyList<byte> piece, Random random)
    {
        var times = random.Next(50) == 0 ? random.Next(4_000) : random.Next(12);
        for (var time = 0; time < times && input.Count < LongestInput; time++)
        {
            input.InsertRange(at, piece);
        }
    }
}
