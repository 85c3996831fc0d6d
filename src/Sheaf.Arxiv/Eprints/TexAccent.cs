namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// One of TeX's accents and the Latin letters Unicode has with it. The table stands here because the program runs without cultural data
/// (<c>InvariantGlobalization</c>), where <c>string.Normalize</c> returns its input as it is.
/// </summary>
/// <param name="command">The character after the backslash.</param>
/// <param name="mark">The combining character, for letters that Unicode does not have with the accent.</param>
/// <param name="order">Unicode's combining class: the marks of one letter are written in this order.</param>
/// <param name="letters">Pairs of a letter without and with the accent.</param>
internal sealed class TexAccent(char command, char mark, int order, string letters)
{
    private static readonly TexAccent[] All =
    [
        // grave
        new('`', '\u0300', 230,
            "AÀ EÈ IÌ OÒ UÙ aà eè iì oò uù ÜǛ üǜ NǸ nǹ ĒḔ ēḕ ŌṐ ōṑ WẀ wẁ ÂẦ âầ ĂẰ ăằ ÊỀ êề ÔỒ ôồ ƠỜ ơờ ƯỪ ưừ YỲ yỳ"),
        // acute
        new('\'', '\u0301', 230,
            "AÁ EÉ IÍ OÓ UÚ YÝ aá eé ií oó uú yý CĆ cć LĹ lĺ NŃ nń RŔ rŕ SŚ sś ZŹ zź ÜǗ üǘ GǴ gǵ ÅǺ åǻ ÆǼ æǽ ØǾ øǿ ÇḈ "
            + "çḉ ĒḖ ēḗ ÏḮ ïḯ KḰ kḱ MḾ mḿ ÕṌ õṍ ŌṒ ōṓ PṔ pṕ ŨṸ ũṹ WẂ wẃ ÂẤ âấ ĂẮ ăắ ÊẾ êế ÔỐ ôố ƠỚ ơớ ƯỨ ưứ"),
        // circumflex
        new('^', '\u0302', 230,
            "AÂ EÊ IÎ OÔ UÛ aâ eê iî oô uû CĈ cĉ GĜ gĝ HĤ hĥ JĴ jĵ SŜ sŝ WŴ wŵ YŶ yŷ ZẐ zẑ ẠẬ ạậ ẸỆ ẹệ ỌỘ ọộ"),
        // tilde
        new('~', '\u0303', 230, "AÃ NÑ OÕ aã nñ oõ IĨ iĩ UŨ uũ VṼ vṽ ÂẪ âẫ ĂẴ ăẵ EẼ eẽ ÊỄ êễ ÔỖ ôỗ ƠỠ ơỡ ƯỮ ưữ YỸ yỹ"),
        // macron
        new('=', '\u0304', 230,
            "AĀ aā EĒ eē IĪ iī OŌ oō UŪ uū ÜǕ üǖ ÄǞ äǟ ȦǠ ȧǡ ÆǢ æǣ ǪǬ ǫǭ ÖȪ öȫ ÕȬ õȭ ȮȰ ȯȱ YȲ yȳ GḠ gḡ ḶḸ ḷḹ ṚṜ ṛṝ"),
        // breve
        new('u', '\u0306', 230, "AĂ aă EĔ eĕ GĞ gğ IĬ iĭ OŎ oŏ UŬ uŭ ȨḜ ȩḝ ẠẶ ạặ"),
        // dot above
        new('.', '\u0307', 230,
            "CĊ cċ EĖ eė GĠ gġ Iİ ZŻ zż AȦ aȧ OȮ oȯ BḂ bḃ DḊ dḋ FḞ fḟ HḢ hḣ MṀ mṁ NṄ nṅ "
            + "PṖ pṗ RṘ rṙ SṠ sṡ ŚṤ śṥ ŠṦ šṧ ṢṨ ṣṩ TṪ tṫ WẆ wẇ XẊ xẋ YẎ yẏ ſẛ"),
        // diaeresis
        new('"', '\u0308', 230, "AÄ EË IÏ OÖ UÜ aä eë iï oö uü yÿ YŸ HḦ hḧ ÕṎ õṏ ŪṺ ūṻ WẄ wẅ XẌ xẍ tẗ"),
        // ring
        new('r', '\u030A', 230, "AÅ aå UŮ uů wẘ yẙ"),
        // double acute
        new('H', '\u030B', 230, "OŐ oő UŰ uű"),
        // caron
        new('v', '\u030C', 230,
            "CČ cč DĎ dď EĚ eě LĽ lľ NŇ nň RŘ rř SŠ sš TŤ tť ZŽ zž AǍ aǎ IǏ iǐ OǑ oǒ UǓ uǔ ÜǙ üǚ GǦ gǧ KǨ kǩ ƷǮ ʒǯ jǰ HȞ hȟ"),
        // dot below
        new('d', '\u0323', 220,
            "BḄ bḅ DḌ dḍ HḤ hḥ KḲ kḳ LḶ lḷ MṂ mṃ NṆ nṇ RṚ rṛ SṢ sṣ TṬ tṭ VṾ vṿ WẈ "
            + "wẉ ZẒ zẓ AẠ aạ EẸ eẹ IỊ iị OỌ oọ ƠỢ ơợ UỤ uụ ƯỰ ưự YỴ yỵ"),
        // cedilla
        new('c', '\u0327', 202, "CÇ cç GĢ gģ KĶ kķ LĻ lļ NŅ nņ RŖ rŗ SŞ sş TŢ tţ EȨ eȩ DḐ dḑ HḨ hḩ"),
        // ogonek
        new('k', '\u0328', 202, "AĄ aą EĘ eę IĮ iį UŲ uų OǪ oǫ"),
        // line below
        new('b', '\u0331', 220, "BḆ bḇ DḎ dḏ KḴ kḵ LḺ lḻ NṈ nṉ RṞ rṟ TṮ tṯ ZẔ zẕ hẖ"),
        // tie
        new('t', '\u0361', 234, ""),
    ];

    private readonly Dictionary<char, char> _composed =
        letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Whether its command is a letter, so that spaces may follow it.</summary>
    public bool IsNamedByLetter => char.IsAsciiLetter(command);

    /// <summary>The acute, whose command people also write for an apostrophe.</summary>
    public bool IsAcute => command == '\'';

    /// <summary>The tie, which stands over two letters.</summary>
    public bool IsTie => command == 't';

    /// <summary>By the name of its command; null for the name of any other.</summary>
    public static TexAccent? Find(ReadOnlySpan<char> name) => name.Length == 1 ? Find(name[0]) : null;

    /// <summary>Whether Unicode has this letter with the accent as one character.</summary>
    public bool Composes(char letter) => _composed.ContainsKey(letter);

    /// <summary>The letter with the accents, from the innermost outwards, as one character where Unicode has it (NFC).</summary>
    public static string Compose(char letter, IEnumerable<TexAccent> accents)
    {
        var marks = "";
        foreach (var accent in accents.OrderBy(accent => accent.Order))
        {
            if (marks.Length == 0 && accent._composed.TryGetValue(letter, out var composed))
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
