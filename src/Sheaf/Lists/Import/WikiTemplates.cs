using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>
/// Templates by which wikis cite papers, <c>{{arXiv|archive=math.GT|id=0309136}}</c> and <c>{{cite journal |title=… |arxiv=…}}</c>, as
/// links of Markdown: before 2007 the archive may stand in a parameter of its own.
/// </summary>
internal static partial class WikiTemplates
{
    private static readonly string[] OfIdentifier = ["eprint", "arxiv", "id", "1"];

    public static string ToMarkdown(string line) =>
        line.Contains("{{", StringComparison.Ordinal) ? Template().Replace(line, Shown) : line;

    private static string Shown(Match template)
    {
        var parameters = Parameters(template.Groups["parameters"].Value);
        var isOurs = template.Groups["name"].Value.Contains("arxiv", StringComparison.OrdinalIgnoreCase);
        return (isOurs || parameters.ContainsKey("arxiv") || parameters.ContainsKey("eprint"))
            && Reference(parameters, isOurs) is { } reference
            ? parameters.TryGetValue("title", out var title) && title.AsSpan().IndexOfAny('[', ']') < 0
                ? $"[{title}](https://arxiv.org/abs/{reference})"
                : $"arXiv:{reference}"
            : template.Value;
    }

    private static EprintReference? Reference(Dictionary<string, string> parameters, bool isOurs)
    {
        var written = OfIdentifier.Where(name => isOurs || name is "eprint" or "arxiv").Select(name => parameters.GetValueOrDefault(name))
            .FirstOrDefault(value => value is { Length: > 0 });
        var archive = parameters.GetValueOrDefault("archive") ?? parameters.GetValueOrDefault("class");
        return written is null ? null
            : IdentifierFinder.TryReadReference(written, out var whole) ? whole
            : IdentifierFinder.TryReadReference($"{archive}/{written}", out var divided) ? divided
            : parameters.TryGetValue("2", out var number) && IdentifierFinder.TryReadReference($"{written}/{number}", out var positional)
                ? positional
                : null;
    }

    /// <summary>By name in small letters; those without one by their number, from 1.</summary>
    private static Dictionary<string, string> Parameters(string written)
    {
        var (parameters, number) = (new Dictionary<string, string>(), 0);
        foreach (var parameter in written.Split('|'))
        {
            var at = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? $"{++number}" : parameter[..at].Trim().ToLowerInvariant();
            parameters.TryAdd(name, parameter[(at + 1)..].Trim());
        }

        return parameters;
    }

    [GeneratedRegex(@"\{\{(?<name>[^{}|]{1,40})\|(?<parameters>[^{}]{1,2000})\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Template();
}
