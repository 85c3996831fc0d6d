using Sheaf.Drafts.Model;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>An editor's own title and introduction: Liquid over the fields of the month.</summary>
internal static class IssueTexts
{
    public const string TitleKey = "Draft:Title", IntroductionKey = "Draft:Introduction";

    private const int LongestTitle = 300;

    /// <summary>The title as plain text on one line: whatever is in it means nothing to Markdown, HTML or BibTeX.</summary>
    /// <exception cref="BadInputException">It is no Liquid, asks for what there is not, or prints nothing or too much.</exception>
    public static string Title(string liquid, Draft draft, int namesShown)
    {
        var title = PlainLine.Of(Render(TitleKey, liquid, draft, new PlainFields(draft, namesShown)));
        return title.Length == 0 ? throw new BadInputException($"{TitleKey} prints nothing for {draft.Month}: a draft needs a title.")
            : title.Length > LongestTitle
                ? throw new BadInputException(
                    $"{TitleKey} prints {title.Length} characters for {draft.Month}: a title has at most {LongestTitle}.")
            : title;
    }

    /// <summary>The introduction as Markdown; empty where it prints nothing.</summary>
    /// <inheritdoc cref="Title"/>
    public static string Introduction(string liquid, Draft draft, int namesShown) =>
        Render(IntroductionKey, liquid, draft, new MarkdownFields(draft, namesShown)).Trim('\n', ' ');

    /// <summary>Whether both are Liquid.</summary>
    /// <exception cref="BadInputException">One is not; the message names the line.</exception>
    public static void Check(string? title, string introduction)
    {
        _ = Read(TitleKey, title ?? "");
        _ = Read(IntroductionKey, introduction);
    }

    private static string Render(string key, string liquid, Draft draft, FieldForm form) =>
        Read(key, liquid).Render(TemplateFields.Of(draft, form));

    private static LiquidText Read(string key, string liquid) =>
        new(new TemplateSource(key, liquid.ReplaceLineEndings("\n"), IsFile: false));
}

/// <summary>Text as a reader sees it, with arXiv's mathematics as TeX.</summary>
internal class PlainFields(Draft draft, int namesShown) : FieldForm(draft, namesShown)
{
    public override string Line(string text) => text;

    public override string Tex(string tex) => MarkdownText.Readable(tex);

    public override string Paragraph(string tex) => MarkdownText.Readable(tex);

    public override string Name(string name) => name;

    public override string Names(DraftEntry entry) =>
        AuthorLine.Plain(entry.Eprint.Authors, NamesShown, entry.Eprint.HasOtherAuthors, Draft.Language.Names);

    public override string Heading(string heading) => heading;

    public override object Own(string markdown) => markdown;

    public override object? Words(DraftEntry entry) => entry.Note ?? (entry.Suggestion is { } sentence ? Paragraph(sentence) : null);
}
