using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig;
using Sheaf.Drafts.Edited;
using Sheaf.Tests.Drafts.Merging;
using static Sheaf.Tests.Drafts.Edited.FinishedDrafts;

namespace Sheaf.Tests.Drafts.Edited;

/// <summary>
/// What people do to drafts, by the scenarios of merging and at random: every word that a reader of the Markdown sees stands in the page,
/// in the mail and in its plain text as often as there, and in the same order where nothing is put elsewhere. One more seed: the
/// environment's <c>SHEAF_SEED</c>.
/// </summary>
public sealed partial class EveryWordOnce
{
    private const int Runs = 150;

    private static readonly string Folder = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Drafts", "Merging", "Scenarios");

    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static TheoryData<string> Scenarios() =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<int> Seeds() =>
        [1, 2, 3, .. Environment.GetEnvironmentVariable("SHEAF_SEED") is { } seed
            ? new[] { int.Parse(seed, CultureInfo.InvariantCulture) }
            : []];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Of_a_draft_that_somebody_has_edited(string name)
    {
        var draft = EditedDraft.Read(Read(name, "edited.md")!, Read(name, "base.md"));
        // A page must have a title, and a title stands above its day.
        var title = draft.Parts.Any(part => part is EditedHeading { Level: 1 }) ? "" : Issue().Title;
        var isInOrder = !name.Contains("short-lines", StringComparison.Ordinal);
        var seen = InOrder(Words($"{title}\n{Seen(draft.Text)}"));

        Assert.Equal(seen, InOrder(Words(SeenOf(EditedHtml.Render(draft, Issue())))));
        Assert.Equal(seen, InOrder(Words(SeenOf(EditedMail.Html(draft, Issue())))));
        Assert.Equal(seen, InOrder(Words(EditedMail.Text(draft, Issue()))));

        IEnumerable<string> InOrder(IEnumerable<string> words) => isInOrder ? words : words.Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void And_the_same_bytes_each_time(string name)
    {
        string[] Rendered()
        {
            var draft = EditedDraft.Read(Read(name, "edited.md")!, Read(name, "base.md"));
            return
            [
                EditedMarkdown.Render(draft), EditedHtml.Render(draft, Issue()), EditedMail.Html(draft, Issue()),
                EditedMail.Text(draft, Issue()),
            ];
        }

        Assert.Equal(Rendered(), Rendered());
        Assert.All(Rendered().Skip(1), text => Assert.DoesNotContain('\r', text));
        Assert.All(Rendered().Skip(1), text => Assert.EndsWith("\n", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Nothing_of_Markdown_goes_but_the_marks(string name)
    {
        var text = Read(name, "edited.md")!;

        var finished = EditedMarkdown.Render(EditedDraft.Read(text, Read(name, "base.md")));

        Assert.DoesNotMatch(@"<!--\s*(suggested|write\s+here)\s*-->", finished);
        if (!text.Contains("may have missed", StringComparison.Ordinal))
        {
            Assert.Equal(
                Regex.Replace(text.ReplaceLineEndings("\n"), @"[ \t]*<!--\s*(suggested|write\s+here)\s*-->|\s+", ""),
                Regex.Replace(finished, @"\s+", ""));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_done_to_a_draft(int seed)
    {
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random((seed * 1_000_003) + run);
            var (last, editor) = (new InventedDraft(random).Render(), new InventedEditor(random));
            var text = editor.Edit(editor.Edit(last));
            var draft = EditedDraft.Read(text, last);
            var seen = Counts(editor, Seen(text));

            foreach (var (form, counts) in new[]
            {
                ("Markdown", Counts(editor, draft.Text)),
                ("page", Counts(editor, SeenOf(EditedHtml.Render(draft, Issue())))),
                ("mail", Counts(editor, SeenOf(EditedMail.Html(draft, Issue())))),
                ("plain text", Counts(editor, EditedMail.Text(draft, Issue()))),
            })
            {
                foreach (var (word, count) in seen)
                {
                    Assert.True(
                        counts.GetValueOrDefault(word) == 1 || count > 1,
                        $"Seed {seed}, run {run}: {word} stands {counts.GetValueOrDefault(word)} times in the {form}.\n{text}");
                }
            }
        }
    }

    private static Dictionary<string, int> Counts(InventedEditor editor, string text) => editor.Typed(text)
        .ToDictionary(word => word, word => Regex.Count(text, Regex.Escape(word)));

    /// <summary>What a reader of Markdown sees who knows nothing of Sheaf.</summary>
    private static string Seen(string text)
    {
        var body = FinishedDrafts.Read(Markdig.Markdown.ToHtml(text, Reader)).Body!;
        foreach (var unseen in body.QuerySelectorAll("script, style, template, title, textarea").ToList())
        {
            unseen.Remove();
        }

        foreach (var block in body.QuerySelectorAll("br, p, li, td, th, h1, h2, h3, h4, h5, h6").ToList())
        {
            block.Before(block.Owner!.CreateTextNode("\n"));
            block.After(block.Owner.CreateTextNode("\n"));
        }

        return body.TextContent;
    }

    /// <summary>
    /// Words in their order, without addresses, which a page has in its links, and without numbers, which it may count anew.
    /// </summary>
    private static IEnumerable<string> Words(string text) =>
        Word().Matches(Address().Replace(text, " ")).Select(word => word.Value);

    private static string? Read(string name, string file)
    {
        var path = Path.Combine(Folder, name, file);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return file == "edited.md" && name.EndsWith(".crlf", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"https?://[^\s<>|]+")]
    private static partial Regex Address();
}
