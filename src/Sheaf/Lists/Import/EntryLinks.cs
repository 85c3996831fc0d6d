using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>The links in an entry of a text, and the words beside them.</summary>
internal static partial class EntryLinks
{
    /// <summary>A publisher's DOI or an address in another archive; null where there is none.</summary>
    public static string? Publisher(string text) => Reference().Match(text) is { Success: true } match
        ? match.Value.TrimEnd('.', ',', ';') : null;

    /// <summary>Whether it says what else there is of a paper: <c>Code</c>.</summary>
    public static bool IsCompanion(string text) => Companion().IsMatch(text);

    /// <summary>Whether it says that a link leads to what was made with a paper: its code, its data, its page.</summary>
    public static bool IsPartOfPaper(string text) => PartOfPaper().IsMatch(text);

    /// <summary>The text of a link, or the words without their links; null where there are none.</summary>
    public static string? TitleIn(string text)
    {
        var linked = MarkdownLink.FindAll(text).Select(link => LinkTitle.Read(text[link.Text])).FirstOrDefault(title =>
            title is not null && !IsCompanion(title));
        var words = linked ?? EntryWords.Read(LinkOrAddress().Replace(Reference().Replace(text, ""), "")).Title;
        return words is null ? null : PlainTitle.Of(Doi().Replace(words, "").Trim(' ', '[', ']', '(', ')', '-', '–', '—', ':', ','));
    }

    /// <summary>The addresses of a text, in order.</summary>
    public static List<string> Of(string text) => [.. Address().Matches(text).Select(match =>
        match.Value.TrimEnd('.', ',', ';', '*', '_'))];

    /// <summary>Whether there is any link, one within the page or the site too.</summary>
    public static bool IsIn(string text) => MarkdownLink.FindAll(text).Count > 0 || text.Contains("](", StringComparison.Ordinal);

    /// <summary>The words of a title; two letters of a script without blanks are one.</summary>
    public static int CountWords(string text) => Word().Count(text) + ((Wide().Count(text) + 1) / 2);

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // arXiv's own DOIs begin with 10.48550.
    [GeneratedRegex(
        @"\b10\.(?!48550/)[0-9]{4,9}/[^\s\]\[()<>|""&]{1,200}|https?://([a-z0-9-]{1,30}\.)?(openreview\.net|aclanthology\.org"
            + @"|biorxiv\.org|medrxiv\.org|papers\.ssrn\.com|proceedings\.mlr\.press|hal\.science)/[^\s\]\[()<>|""]{1,300}",
        AnyCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(https?://|\bwww\.)[^\s\]\[()<>|""]{3,1000}", AnyCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bdoi:?\s*\z", AnyCase)]
    private static partial Regex Doi();

    [GeneratedRegex(@"!?\[[^\]\[]{0,400}\]\([^()]{0,1000}\)|(https?://|\bwww\.)[^\s\]\[()<>|""]{3,1000}", AnyCase)]
    private static partial Regex LinkOrAddress();

    // What stands beside a paper's link and belongs to that paper.
    [GeneratedRegex(
        @"^\W*(code|codes|github|repo|repository|project|project page|homepage|home page|website|site|demo|video|slides"
            + @"|poster|data|dataset|datasets|model|models|weights|blog|blog post|post|tweet|thread|colab|hugging ?face|bibtex"
            + @"|openreview|supplement|supplementary|代码|项目|项目主页|主页|コード)\W*\z",
        AnyCase)]
    private static partial Regex Companion();

    [GeneratedRegex(
        @"^\W*(code|codes|github|repo|repository|project|project page|homepage|home page|website|site|demo|data|dataset|datasets|model"
        + @"|models"
            + @"|weights|colab|hugging ?face|bibtex|supplement|supplementary|代码|项目|项目主页|主页|コード)\W*\z",
        AnyCase)]
    private static partial Regex PartOfPaper();

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}'’-]*\p{L}[\p{L}\p{M}\p{Nd}'’-]*(?<![\u3040-\u9fff])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u3040-\u9fff]")]
    private static partial Regex Wide();
}
