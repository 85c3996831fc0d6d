using System.Globalization;
using Sheaf.Markdown;
using Sheaf.Settings;
using Sheaf.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sheaf.Publishing;

/// <summary>What a site generator is told of an issue, as YAML before its text.</summary>
/// <param name="Title">Of the issue.</param>
/// <param name="Date">The day of its first publishing; before that, the first of the next month.</param>
/// <param name="Slug">The month.</param>
/// <param name="Summary">One line.</param>
/// <param name="Tags">Categories, the commonest first, then the editor's.</param>
internal sealed record FrontMatter(string Title, DateOnly Date, string Slug, string Summary, IReadOnlyList<string> Tags)
{
    /// <summary>Beyond it a line is no title, and may be made to be costly.</summary>
    private const int LongestTitle = 1000;

    private static readonly EmitterSettings Layout =
        new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024).WithNewLine("\n");

    /// <summary>With the lines of dashes around it, and a blank line behind it. Equal facts give equal text.</summary>
    /// <param name="style">Quarto lists issues by other names for the summary and the tags, so it gets these, too.</param>
    public string Write(FrontMatterStyle style)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var yaml = new Emitter(text, Layout);
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart(null, null, isImplicit: false));
        yaml.Emit(new MappingStart());
        Words(yaml, "title", Title);
        Scalar(yaml, "date", UtcText.Day(Date), ScalarStyle.Plain);
        Words(yaml, "slug", Slug);
        Words(yaml, "summary", Summary);
        List(yaml, "tags", Tags);
        if (style == FrontMatterStyle.Jekyll)
        {
            // Braces are TeX in titles and abstracts; Jekyll would take two of them for commands.
            Scalar(yaml, "render_with_liquid", "false", ScalarStyle.Plain);
        }

        if (style == FrontMatterStyle.Quarto)
        {
            Words(yaml, "description", Summary);
            List(yaml, "categories", Tags);
        }

        yaml.Emit(new MappingEnd());
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        return $"{text.ToString().TrimEnd('\n')}\n---\n\n";
    }

    /// <summary>The title that the front matter of a text gives it; null where there is none, or it cannot be read.</summary>
    public static string? TitleOf(string markdown)
    {
        var line = markdown.ReplaceLineEndings("\n").Split('\n').Take(FrontMatterLines.Count(markdown))
            .FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal));
        if (line is null || line.Length > LongestTitle)
        {
            return null;
        }

        try
        {
            using var text = new StringReader(line);
            var yaml = new YamlStream();
            yaml.Load(text);
            return yaml.Documents is [{ RootNode: YamlMappingNode facts }]
                && facts.Children.Values.First() is YamlScalarNode { Value: { } words } && PlainLine.Of(words) is { Length: > 0 } title
                ? title
                : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    /// <summary>In quotes, whatever it is: YAML would take <c>no</c>, <c>2024-04</c> and <c>12:30</c> for something else.</summary>
    private static void Words(Emitter yaml, string key, string value) => Scalar(yaml, key, value, ScalarStyle.DoubleQuoted);

    private static void Scalar(Emitter yaml, string key, string value, ScalarStyle style)
    {
        yaml.Emit(new Scalar(key));
        yaml.Emit(new Scalar(AnchorName.Empty, TagName.Empty, PlainLine.Of(value), style, true, true));
    }

    private static void List(Emitter yaml, string key, IReadOnlyList<string> values)
    {
        yaml.Emit(new Scalar(key));
        var layout = values.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, layout));
        foreach (var value in values)
        {
            yaml.Emit(new Scalar(AnchorName.Empty, TagName.Empty, PlainLine.Of(value), ScalarStyle.DoubleQuoted, true, true));
        }

        yaml.Emit(new SequenceEnd());
    }
}
