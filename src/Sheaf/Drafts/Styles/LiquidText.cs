using System.Globalization;
using DotLiquid;
using DotLiquid.Exceptions;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// A text of a person's in Liquid. One that asks for a field or filter that there is not is an error that names it, never an empty place.
/// </summary>
internal sealed class LiquidText
{
    /// <summary>Turns of one loop.</summary>
    private const int MostTurns = 100_000;

    /// <summary>In milliseconds; a template takes some hundredths of that for a large month.</summary>
    private const int LongestRendering = 30_000;

    private readonly TemplateSource _source;

    static LiquidText()
    {
        Template.RegisterTag<BoundedAssign>("assign");
        Template.RegisterTag<BoundedCapture>("capture");
    }

    /// <exception cref="BadInputException">It is not Liquid; the message names the line.</exception>
    public LiquidText(TemplateSource source)
    {
        _source = source;
        Parsed();
    }

    /// <summary>The text with its fields filled in.</summary>
    /// <param name="fields">What it can say; a field that is absent is null.</param>
    /// <param name="filters">Filters beside those of Liquid.</param>
    /// <exception cref="BadInputException">It cannot be filled in; the message says why, and where that is known.</exception>
    public string Render(IDictionary<string, object?> fields, params Type[] filters)
    {
        var template = Parsed();
        var text = Rendered(template, Hash.FromDictionary(fields), filters);
        return template.Errors.Count == 0 ? text : throw Failed(template.Errors[0]);
    }

    private string Rendered(Template template, Hash fields, Type[] filters)
    {
        var budget = new TextBudget();
        using var text = new BoundedWriter(budget.Spend);
        try
        {
            template.Render(text, new RenderParameters(CultureInfo.InvariantCulture)
            {
                Filters = [typeof(BoundedFilters), .. filters],
                Registers = Hash.FromDictionary(new Dictionary<string, object> { [TextBudget.Name] = budget }),
                LocalVariables = fields,
                ErrorsOutputMode = ErrorsOutputMode.Suppress,
                SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
                MaxIterations = MostTurns,
                Timeout = LongestRendering,
            });
            return text.ToString();
        }
        catch (TooMuchTextException failure)
        {
            throw _source.At(null, failure.Message);
        }
        catch (Exception failure) when (failure is MaximumIterationsExceededException or TimeoutException)
        {
            throw _source.At(null, "The template does not come to an end; a loop may have 100,000 turns");
        }
    }

    /// <summary>Anew for each rendering: a parsed template keeps the errors of the last.</summary>
    private Template Parsed()
    {
        try
        {
            return Template.Parse(_source.Text, SyntaxCompatibility.DotLiquid22a);
        }
        catch (SyntaxException failure)
        {
            throw _source.At(TemplateLines.OfSyntaxError(_source.Text), failure.Message);
        }
    }

    private BadInputException Failed(Exception failure) => failure switch
    {
        VariableNotFoundException when TemplateLines.Quoted(failure.Message) is { } field => _source.At(
            TemplateLines.Of(_source.Text, field),
            $"There is no field {field}; {Nearest(field)}sheaf help templates lists those that there are."),
        FilterNotFoundException =>
            _source.At(TemplateLines.Of(_source.Text, failure.Message), $"There is no filter {failure.Message}."),
        _ => _source.At(null, failure.Message),
    };

    /// <summary>Of <c>p.titel</c>, that there is <c>p.title</c>.</summary>
    private static string Nearest(string field)
    {
        var name = field.LastIndexOf('.') + 1;
        return NearestName.Find(field[name..], TemplateFields.Names) is { } nearest
            ? $"the nearest is {field[..name]}{nearest}, and "
            : "";
    }
}

/// <summary>Where a template comes from, for what is said of it.</summary>
/// <param name="Name">A file, or a key of the settings.</param>
/// <param name="Text">With LF line endings.</param>
/// <param name="IsFile">Whether it is a file.</param>
internal sealed record TemplateSource(string Name, string Text, bool IsFile)
{
    public BadInputException At(int? line, string sentence)
    {
        var words = Sheaf.Text.PlainLine.Of(sentence.Replace("Liquid error: ", "", StringComparison.Ordinal));
        var place = line is not { } number ? "" : IsFile ? $":{number}" : number > 1 ? $", line {number}" : "";
        return new BadInputException($"{Name}{place}: {words.TrimEnd('.')}.", IsFile ? Name : null, line);
    }
}

/// <summary>The name that somebody meant who wrote another one.</summary>
internal static class NearestName
{
    /// <summary>What is longer is no slip of a name.</summary>
    private const int Longest = 40;

    /// <summary>
    /// The one with the fewest letters changed, changed about, added or left out; null where that are more than a third of them.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        var nearest = names.Distinct().Select(one => (Name: one, Distance: Distance(name, one)))
            .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal).First();
        return nearest.Distance * 3 <= Math.Max(name.Length, nearest.Name.Length) ? nearest.Name : null;
    }

    private static int Distance(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                var least = i == 0 || j == 0 ? i + j
                    : Math.Min(
                        costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                costs[i, j] = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]
                    ? Math.Min(least, costs[i - 2, j - 2] + 1)
                    : least;
            }
        }

        return costs[one.Length, other.Length];
    }
}
