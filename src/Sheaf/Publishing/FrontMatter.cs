using System.Globalization;
using Sheaf.Settings;
using Sheaf.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sheaf.Publishing;

/// <summary>What a site generator is told of an issue, as YAML before its text.</summary>
/// <param name="Title">Of the issue.</param>
/// <param name="Date">The day of its first publishing; before that, the first of the next month.</param>
/// <param name="Slug">The month.</param>
/// <param name="Summary">One line.</param>
/// <param name="Tags">Categories, the commonest first, then the editor's.</param>
internal sealed record FrontMatter(string Title, DateOnly Date, string Slug, string Summary, IReadOnlyList<string> Tags)
{
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
