namespace Sheaf.Arxiv.Tex;

/// <summary>One of TeX's accents.</summary>
/// <param name="command">The character after the backslash.</param>
/// <param name="mark">The combining character.</param>
/// <param name="order">Unicode's combining class: the marks of one letter are written in this order.</param>
internal sealed class TexAccent(char command, char mark, int order)
{
    private static readonly TexAccent[] All =
    [
        new('`', '\u0300', 230), // grave
        new('\'', '\u0301', 230), // acute
        new('^', '\u0302', 230), // circumflex
        new('~', '\u0303', 230), // tilde
        new('=', '\u0304', 230), // macron
        new('u', '\u0306', 230), // breve
        new('.', '\u0307', 230), // dot above
        new('"', '\u0308', 230), // diaeresis
        new('r', '\u030A', 230), // ring
        new('H', '\u030B', 230), // double acute
        new('v', '\u030C', 230), // caron
        new('d', '\u0323', 220), // dot below
        new('c', '\u0327', 202), // cedilla
        new('k', '\u0328', 202), // ogonek
        new('b', '\u0331', 220), // line below
        new('t', '\u0361', 234), // tie
    ];

    /// <summary>Whether its command is a letter, so that spaces may follow it.</summary>
    public bool IsNamedByLetter => char.IsAsciiLetter(command);

    /// <summary>The acute, whose command people also write for an apostrophe.</summary>
    public bool IsAcute => command == '\'';

    /// <summary>The tie, which stands over two letters.</summary>
    public bool IsTie => command == 't';

    /// <summary>By the name of its command; null for the name of any other.</summary>
    public static TexAccent? Find(ReadOnlySpan<char> name) => name.Length == 1 ? Find(name[0]) : null;

    /// <summary>Whether Unicode has this letter with the accent as one character.</summary>
    public bool Composes(char letter) => Accents.TryJoin(letter, mark, out _);

    /// <summary>The letter with the accents, from the innermost outwards, as one character where Unicode has it (NFC).</summary>
    public static string Compose(char letter, IEnumerable<TexAccent> accents)
    {
        var marks = "";
        foreach (var accent in accents.OrderBy(accent => accent.Order))
        {
            if (marks.Length == 0 && Accents.TryJoin(letter, accent.Mark, out var composed))
            {
                letter = composed;
            }
            else
            {
                marks += accent.Mark;
            }
        }

        return letter + marks;
    }

    private char Mark => mark;

    private int Order => order;

    private static TexAccent? Find(char name) => Array.Find(All, accent => accent.IsNamed(name));

    private bool IsNamed(char name) => command == name;
}
