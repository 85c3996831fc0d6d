using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Tests.Drafts;
using Sheaf.Tests.Drafts.Formats;
using Sheaf.Text;

namespace Sheaf.Tests.Hostile;

/// <summary>
/// Titles, names and abstracts of a million characters, made of what is hardest to read, in every form in which they are shown.
/// </summary>
public sealed class TextOfAMegabyte
{
    /// <summary>No measure of speed: each takes a fraction of a second, and in quadratic time it would not end.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("_")]
    [InlineData("..")]
    [InlineData("$a<b$ ")]
    [InlineData("\\'{")]
    [InlineData("Van ")]
    [InlineData("Jr ")]
    [InlineData("$")]
    [InlineData("$$ ")]
    [InlineData("{")]
    [InlineData("\\emph{")]
    [InlineData("\\$")]
    [InlineData("[a](")]
    [InlineData("~")]
    [InlineData("<b>&")]
    public async Task Is_shown_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)) + "x";
        Action[] showings =
        [
            () => MarkdownText.ParagraphOf(text), () => SuggestedSentence.Of(text, text),
            () => AuthorLine.Write([new Author(text, [])], namesShown: 3),
            () => SafeText.OneLine(text), () => Csv.Row([text]),
            .. DraftFormat.All.Select<DraftFormat, Action>(format => () => format.Render(Draft(text[^(text.Length / 4)..]))),
        ];

        foreach (var show in showings)
        {
            await Task.Run(show, TestContext.Current.CancellationToken).WaitAsync(Hangs, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>One paper of which everything is this text, with the editor's words.</summary>
    private static Draft Draft(string text) =>
        FormattedDrafts.Of(FormattedDrafts.One(InventedEprints.Paper("2404.00001", title: text, summary: text, authors: text), text));
}
