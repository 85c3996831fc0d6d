using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>
/// TeX as arXiv shows it: accents become letters, and in some places Greek macros too, even inside formulas, which thereby break
/// (field guide 2.2 and 10). Its oddities are arXiv's and meant: a reader of its answers has to live with them.
/// </summary>
internal static partial class TexText
{
    /// <summary>As in abstracts on arXiv's pages.</summary>
    public static string WithAccents(string tex)
    {
        if (!tex.Contains('\\', StringComparison.Ordinal))
        {
            return tex;
        }

        var text = Letter().Replace(tex, match => s_letters[match.Groups["name"].Value]);
        text = SignAccent().Replace(text, Accented);
        return LetterAccent().Replace(text, Accented);
    }

    /// <summary>As in titles and comments on arXiv's pages, and everywhere in its Atom feed.</summary>
    public static string WithAccentsAndGreek(string tex) =>
        Greek().Replace(WithAccents(tex), match => s_greek[match.Groups["name"].Value]);

    private static string Accented(Match match)
    {
        var letter = match.Groups["letter"].Value;
        var pairs = s_accents[match.Groups["mark"].ValueSpan[0]];
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == letter[0])
            {
                return pairs[i + 1].ToString();
            }
        }

        // O\'Brien: arXiv drops an accent that the letter cannot carry.
        return letter;
    }

    // {\o} and \L{}: the braces go with the macro, and so does one space after it.
    [GeneratedRegex(
        @"\{\\(?<name>" + LetterNames + @")\s*\}|\\(?<name>" + LetterNames + @")(?![A-Za-z])(?:\{\}|\s)?")]
    private static partial Regex Letter();

    [GeneratedRegex("""\\(?<mark>['`^"~=.])(?:\{(?<letter>[A-Za-z])\}|(?<letter>[A-Za-z]))""")]
    private static partial Regex SignAccent();

    [GeneratedRegex(@"\\(?<mark>[uvHcrk])(?:\s*\{(?<letter>[A-Za-z])\}|\s+(?<letter>[A-Za-z]))")]
    private static partial Regex LetterAccent();

    [GeneratedRegex(
        @"\{\\(?<name>" + GreekNames + @")\s*\}|\\(?<name>" + GreekNames + @")(?![A-Za-z])(?:\{\}|\s)?")]
    private static partial Regex Greek();

    private const string LetterNames = "AA|AE|OE|DH|TH|O|L|aa|ae|oe|dh|th|ss|o|l|i|j";

    private const string GreekNames =
        "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|varrho|sigma|varsigma|tau"
        + "|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega";

    private static readonly Dictionary<string, string> s_greek = GreekNames.Split('|')
        .Zip("αβγδεεζηθϑικλμνξπρϱσςτυϕφχψωΓΔΘΛΞΠΣΥΦΨΩ", (name, letter) => (name, letter))
        .ToDictionary(pair => pair.name, pair => pair.letter.ToString(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_letters = LetterNames.Split('|')
        .Zip("ÅÆŒÐÞØŁåæœðþßøłıȷ", (name, letter) => (name, letter))
        .ToDictionary(pair => pair.name, pair => pair.letter.ToString(), StringComparer.Ordinal);

    // Pairs of plain and accented letter: with invariant globalization the runtime does not compose letters.
    private static readonly Dictionary<char, string> s_accents = new()
    {
        ['\''] = "AÁaáCĆcćEÉeéGǴgǵIÍiíLĹlĺNŃnńOÓoóRŔrŕSŚsśUÚuúYÝyýZŹzź",
        ['`'] = "AÀaàEÈeèIÌiìNǸnǹOÒoòUÙuù",
        ['^'] = "AÂaâCĈcĉEÊeêGĜgĝHĤhĥIÎiîJĴjĵOÔoôSŜsŝUÛuûWŴwŵYŶyŷ",
        ['"'] = "AÄaäEËeëIÏiïOÖoöUÜuüYŸyÿ",
        ['~'] = "AÃaãIĨiĩNÑnñOÕoõUŨuũ",
        ['='] = "AĀaāEĒeēIĪiīOŌoōUŪuū",
        ['.'] = "CĊcċEĖeėGĠgġIİZŻzż",
        ['u'] = "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ",
        ['v'] = "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťUǓuǔZŽzž",
        ['H'] = "OŐoőUŰuű",
        ['c'] = "CÇcçEȨeȩGĢKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ",
        ['r'] = "AÅaåUŮuů",
        ['k'] = "AĄaąEĘeęIĮiįUŲuų",
    };
}
