using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts.Sentences;

/// <summary>The one sentence of an abstract that an editor would print under the title.</summary>
internal static class SuggestedSentence
{
    /// <summary>
    /// arXiv takes no abstract of more than 1,920 characters; what is far longer is none, and reading it would take long.
    /// </summary>
    private const int LongestAbstract = 10_000;

    private static readonly Lazy<SentenceModel> ShippedModel = new(SentenceModel.ReadShipped);

    /// <inheritdoc cref="Of(string, string)"/>
    public static string? Of(Eprint eprint) => Of(eprint.Title, eprint.Abstract);

    /// <summary>Chooses among the sentences that stand alone and say what the paper does, makes or finds.</summary>
    /// <param name="title">Of the paper.</param>
    /// <param name="text">The abstract, in English; paragraphs separated by newlines.</param>
    /// <returns>One sentence, trimmed, on one line, TeX intact; null where there is none that could be printed.</returns>
    public static string? Of(string title, string text) =>
        text.Length > LongestAbstract ? null : ShippedModel.Value.Choose(title, [.. AbstractSentences.Of(text)])?.Text;
}
