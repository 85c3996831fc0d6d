using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Manual;

/// <summary>A page of the manual: Markdown that is shipped inside the program.</summary>
internal sealed partial class ManualPage
{
    /// <summary>Paragraphs are broken so that they fit a terminal of the usual width.</summary>
    private const int Width = 80;

    private static readonly string[] Topics =
    [
        "lists", "draft", "templates", "check", "publishing", "suggestions", "desk", "past-months", "workspace", "settings", "service",
        "arxiv", "trust",
    ];

    private ManualPage(string topic)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Sheaf.Manual.{topic}.md")
            ?? throw new InvalidOperationException($"The page {topic} is not shipped.");
        using var reader = new StreamReader(stream);
        Topic = topic;
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>All pages, in the order in which they are read.</summary>
    public static IReadOnlyList<ManualPage> All { get; } = [.. Topics.Select(topic => new ManualPage(topic))];

    /// <summary>The word by which it is asked for.</summary>
    public string Topic { get; }

    /// <summary>Its heading.</summary>
    public string Title => Text.AsSpan(2, Text.IndexOf('\n', StringComparison.Ordinal) - 2).ToString();

    /// <summary>As it is written, in Markdown.</summary>
    public string Text { get; }

    /// <summary>The page of a topic, in any case of letters; null where there is none.</summary>
    public static ManualPage? Find(string topic) =>
        All.FirstOrDefault(page => page.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The page as a terminal shows it best: without the marks of Markdown, code indented, paragraphs broken at 80 columns.
    /// </summary>
    public string ForTerminal()
    {
        var (shown, paragraph, isCode) = (new StringBuilder(), new List<string>(), false);
        foreach (var line in Text.Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (!isFence && !isCode && line.Length > 0 && line[0] is not ('#' or '|' or '-' or '*'))
            {
                paragraph.Add(Plain(line));
                continue;
            }

            Break(paragraph, shown);
            if (isFence)
            {
                isCode = !isCode;
            }
            else if (!IsTableRule(line))
            {
                shown.Append(isCode ? $"    {line}" : line.StartsWith('#') ? line.TrimStart('#', ' ').ToUpperInvariant() : Plain(line))
                    .Append('\n');
            }
        }

        Break(paragraph, shown);
        return shown.ToString();
    }

    private static void Break(List<string> paragraph, StringBuilder shown)
    {
        var column = 0;
        foreach (var word in string.Join(' ', paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            shown.Append(column == 0 ? "" : column + word.Length < Width ? " " : "\n").Append(word);
            column = column > 0 && column + word.Length < Width ? column + 1 + word.Length : word.Length;
        }

        shown.Append(paragraph.Count > 0 ? "\n" : "");
        paragraph.Clear();
    }

    private static string Plain(string line) => Link().Replace(line, "$1 ($2)").Replace("**", "", StringComparison.Ordinal);

    private static bool IsTableRule(string line) => line.StartsWith("|---", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]{1,200})\]\(([^)\s]{1,300})\)")]
    private static partial Regex Link();
}
