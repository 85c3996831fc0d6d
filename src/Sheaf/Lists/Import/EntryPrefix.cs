using System.Buffers;
using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>What stands around the words of an entry without being words of it: ranks, stars, labels, the colon before a link.</summary>
/// <param name="Words">What is left.</param>
/// <param name="Starred">Whether a star stood before it.</param>
/// <param name="IsTitled">Whether a label, bold print or quotation marks say that it is, or begins with, a title.</param>
/// <param name="IsSetOff">Whether something sets it off from what follows: a comma, a bracket, a label of a link.</param>
internal sealed partial record EntryPrefix(string Words, bool Starred, bool IsTitled, bool IsSetOff)
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string TitleLabels =
        "title|paper|paper title|article|preprint|论文|论文标题|论文题目|论文名称|标题|题目|論文|論文タイトル|タイトル|題目|논문|논문 "
        + "제목|제목|titre|titel|título|titulo|titolo|artículo|artigo|название|статья";

    private const string LinkLabels =
        "link|links|paper|paper link|pdf|arxiv|abs|abstract|preprint|url|html|doi|链接|论文链接|论文地址|地址|リンク|링크|lien"
        + "|enlace|ссылка|read|source|available at|see";

    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]<>*_-–—→:,|» \uff1a\uff0c\uff08【");

    /// <summary>Takes the words before a reference, or a line above one, out of what surrounds them.</summary>
    public static EntryPrefix Read(string text)
    {
        var words = Before().Match(text) is { Success: true } before ? text[before.Length..] : text;
        var starred = Star().Match(words) is { Success: true } star;
        words = starred ? Star().Replace(words, "", 1) : words;
        words = Before().Replace(words, "", 1);
        var hasLabel = TitleLabel().IsMatch(words);
        words = hasLabel ? TitleLabel().Replace(words, "", 1) : words;
        var bare = WithoutTail(words);
        return new(bare, starred, hasLabel || Marked().IsMatch(bare), bare.Length < words.TrimEnd().Length);
    }

    /// <summary>A text without the rank before it: <c>1. Title</c>.</summary>
    public static string WithoutRank(string text) => Before().Replace(text, "", 1);

    /// <summary>Whether a text only says that a link follows, in whatever language: <c>链接:</c>.</summary>
    public static bool IsLabel(string text) =>
        text.Trim() is var label && (label.AsSpan().IndexOfAnyExcept(Marks) < 0 || Label().IsMatch(label));

    /// <summary>
    /// The bold or quoted part that begins a text, or is quoted after the authors, and what follows it; null where there is none. A
    /// quotation may also be the beginning of a title.
    /// </summary>
    public static (string Title, string Words)? Highlighted(string text) =>
        Marked().Match(text) is { Success: true } match ? (match.Groups["title"].Value, text[match.Length..])
        : Cited().Match(text) is { Success: true } cited ? (cited.Groups["title"].Value, "")
        : null;

    private static string WithoutTail(string words)
    {
        while (true)
        {
            var shorter = words.TrimEnd(
                ' ', '\t', '\u00a0', ',', ';', '–', '—', '-', '|', '>', '→', '(', '<', '[', ':', '\uff0c', '\uff08', '\uff1a', '\uff1b',
                '【');
            // "A Vision Paper," is a title; "Title, paper:" and "Title. Link:" end with labels.
            var hasColon = words.AsSpan(shorter.Length).ContainsAny(':', '\uff1a');
            shorter = LinkLabel().Match(shorter) is { Success: true } label && (hasColon || label.Groups["border"].Length > 0)
                ? shorter[..label.Index]
                : shorter;
            if (shorter.Length == words.Length)
            {
                return words;
            }

            words = shorter;
        }
    }

    [GeneratedRegex(
        @"^\s*([(\uff08]?[0-9]{1,3}[.):\uff09、\uff0e\uff1a](?=[\s*_\[""“\p{Lo}《【])\s*|[0-9]{1,3}、\s*|[(\uff08][0-9]{1,3}[)\uff09]\s*"
        + @"|\[[0-9]{1,3}\](?!\()\s*|【[0-9]{1,3}】\s*|#[0-9]{1,3}[.:)]?\s+|[•·◦‣▪▸►▶■□◆◇●○]\s*)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s*(★|⭐\ufe0f?|🌟|\\?\*(?=\s))\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Star();

    [GeneratedRegex($@"^\s*(\*\*)?({TitleLabels})\s?(\*\*)?[:\uff1a]{{1,2}}(\*\*)?\s*", AnyCase)]
    private static partial Regex TitleLabel();

    [GeneratedRegex($@"((?<border>[,;.?!:|\[(\uff0c\uff1b\uff1a\uff08。—–])\s?|\s)({LinkLabels})\z", AnyCase)]
    private static partial Regex LinkLabel();

    [GeneratedRegex($@"^\W*(({LinkLabels})\W*|[\p{{L}}\p{{M}}]{{1,20}}( [\p{{L}}\p{{M}}]{{1,12}})?\s?[:\uff1a])\z", AnyCase)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^\s*(\*\*(?<title>[^*]{3,400})\*\*|__(?<title>[^_]{3,400})__|[“""](?<title>[^“”""]{8,400})[”""](?=[.,;(]|\s+(by|[—–-])\s"
        + @"|\s*\z)|[《「『](?<title>[^》」』]{2,400})[》」』])", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^[^“”""]{2,120}[.,:]\s*[“""](?<title>[^“”""]{8,400})[”""]\W*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Cited();
}
