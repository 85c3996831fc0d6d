namespace Sheaf.Tests.Drafts.Merging;

/// <summary>A person who does anything to a draft, and remembers every word typed and still there.</summary>
internal sealed class InventedEditor(Random random)
{
    private readonly List<string> _typed = [];

    public IEnumerable<string> Typed(string text) => _typed.Where(word => text.Contains(word, StringComparison.Ordinal));

    public string Edit(string draft)
    {
        var lines = draft.Split('\n').ToList();
        for (var turns = random.Next(8); turns > 0 && lines.Count > 0; turns--)
        {
            Edit(lines);
        }

        var text = string.Join('\n', lines);
        return random.Next(6) switch
        {
            0 => text.ReplaceLineEndings("\r\n"),
            1 => text.Replace("\n* ", "\n- ", StringComparison.Ordinal),
            2 => text.TrimEnd('\n'),
            3 => text.Replace(" by ", "\n  by ", StringComparison.Ordinal),
            _ => text,
        };
    }

    private void Edit(List<string> lines)
    {
        var at = random.Next(lines.Count);
        switch (random.Next(13))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.RemoveRange(at, Math.Min(random.Next(1, 9), lines.Count - at));
                break;
            case 2:
                var moved = lines.GetRange(at, Math.Min(random.Next(1, 5), lines.Count - at));
                lines.RemoveRange(at, moved.Count);
                lines.InsertRange(random.Next(lines.Count + 1), moved);
                break;
            case 3:
                lines.InsertRange(at, ["", Words(), ""]);
                break;
            case 4:
                lines.Insert(at, $"  {Words()}");
                break;
            case 5:
                lines.InsertRange(at, ["", $"## {Words()}", ""]);
                break;
            case 6:
                lines.Insert(at, $"* {Words()} https://arxiv.org/abs/2404.1{random.Next(10_000):0000}");
                break;
            case 7:
                lines.Insert(
                    at,
                    random.GetItems(
                        ["```", "<!--", "-->", "---", "===", "    code", ">", "| a | b |", "|---|---|", "1. one", "\\", "$"], 1)[0]);
                break;
            case 8:
                lines.Add(Words());
                break;
            default:
                var place = random.Next(lines[at].Length + 1);
                lines[at] = lines[at].Insert(place, random.Next(2) == 0 ? Word() : $" {Words()} ");
                break;
        }
    }

    private string Words() => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word()));

    private string Word()
    {
        var word = $"{random.GetItems(["w", "é", "語", "🙂", "Ω"], 1)[0]}typed{_typed.Count}x";
        _typed.Add(word);
        return word;
    }
}
