using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

/// <summary>Texts as the parts of merging see them.</summary>
internal static class Outlined
{
    public static MarkdownOutline<TIndex> Read<TIndex>(string text)
        where TIndex : struct, IBlockIndex<TIndex> => MarkdownOutlineParser.Read<TIndex>(text);

    public static ThreeWayMatch Match(string last, string edited, string fresh, DeletionMarkers? left = null) =>
        ThreeWayMatch.Of(Read<LastIndex>(last), Read<EditedIndex>(edited), Read<FreshIndex>(fresh), left ?? DeletionMarkers.Nothing);

    /// <summary>The one block that has these words.</summary>
    public static TIndex At<TIndex>(this MarkdownOutline<TIndex> text, string words)
        where TIndex : struct, IBlockIndex<TIndex> => text.Indices.Single(at => text[at].Text.Contains(words, StringComparison.Ordinal));

    /// <summary>A draft of one section with these entries.</summary>
    public static string Draft(params IEnumerable<string> entries) => $"# A list\n\n## Papers\n\n{string.Join("\n\n", entries)}\n";

    /// <summary>As <see cref="Draft"/>, of papers by their numbers.</summary>
    public static string Papers(params IEnumerable<int> numbers) => Draft(numbers.Select(number => Entry(number)));

    public static string Entry(int number, string title = "Title") =>
        $"* {title} {number} by Specimen (1 Apr), https://arxiv.org/abs/2404.{number:D5}";

    public static string Section(int number, string word = "A word.") =>
        $"### Title {number}\n\nhttps://arxiv.org/abs/2404.{number:D5}\n\n{word}";
}
