using System.Collections.Frozen;
using System.Text;

namespace Sheaf.Text;

/// <summary>
/// Text as its plain lower-case letters: accents off, ligatures apart, full-width and mathematical letters and raised digits as ordinary
/// ones, Greek by name. A table of our own, as Unicode normalization does nothing where globalization is invariant.
/// </summary>
internal static class PlainLetters
{
    private const int FirstMathematicalLetter = 0x1D400;
    private const int FirstMathematicalGreek = 0x1D6A4;
    private const int FirstMathematicalDigit = 0x1D7CE;
    private const int LastMathematicalDigit = 0x1D7FF;

    // Each plain spelling, and the letters that are written so.
    private static readonly (string Plain, string Letters)[] Table =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặªₐ"), ("ae", "æǣǽ"), ("b", "ḃḅḇɓ"), ("c", "çćĉċčḉ"), ("d", "ðďđḋḍḏḑḓɖ"), ("dz", "ǆǳ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệəₑ"), ("f", "ḟ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
        ("g", "ĝğġģǥǧǵḡ"),
        ("h", "ĥħȟḣḥḧḩḫẖℎ"), ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịⁱℐ"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽℓ"), ("m", "ḿṁṃ"),
        ("n", "ñńņňŉŋǹṅṇṉṋⁿ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợº"), ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩſẛ"), ("ss", "ß"), ("st", "ﬆﬅ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
        ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
        ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ∆"), ("epsilon", "εϵ"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θϑ"),
        ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μµ"), ("nu", "ν"), ("xi", "ξ"), ("pi", "π"), ("rho", "ρ"), ("sigma", "σς∑"),
        ("tau", "τ"), ("upsilon", "υ"), ("phi", "φϕ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"),
    ];

    private static readonly FrozenDictionary<int, string> Plain = Table
        .SelectMany(row => row.Letters.EnumerateRunes().Select(letter => KeyValuePair.Create(letter.Value, row.Plain)))
        .ToFrozenDictionary();

    /// <summary>What is no letter stays as it is; accents that stand alone are dropped.</summary>
    public static string From(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, Rune.ToLowerInvariant(Ordinary(rune)));
        }

        return plain.ToString();
    }

    /// <summary>The plain letters and digits alone, by which names are compared: blanks, hyphens and points do not count.</summary>
    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var letter in From(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                joined.Append(letter);
            }
        }

        return joined.ToString();
    }

    /// <summary>
    /// Whether it is a sign of Chinese or Japanese writing: in a title of arXiv it stands where a web copy has lost a letter or digit.
    /// </summary>
    public static bool IsForeignGlyph(char letter) =>
        letter is (>= '\u3005' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') or '\ufffd' or '\u25a1';

    private static void Append(StringBuilder plain, Rune letter)
    {
        if (Plain.TryGetValue(letter.Value, out var spelled))
        {
            plain.Append(spelled);
        }
        else if (letter.Value is < 0x300 or > 0x36f)
        {
            plain.Append(letter.ToString());
        }
    }

    private static Rune Ordinary(Rune letter) => letter.Value switch
    {
        >= 0xff01 and <= 0xff5e => new(letter.Value - 0xfee0),
        >= FirstMathematicalLetter and < FirstMathematicalGreek =>
            new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(letter.Value - FirstMathematicalLetter) % 52]),
        >= FirstMathematicalDigit and <= LastMathematicalDigit => new('0' + ((letter.Value - FirstMathematicalDigit) % 10)),
        _ => letter,
    };
}
