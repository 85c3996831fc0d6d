using System.Text;

namespace Sheaf.Tests.Drafts.Merging;

/// <summary>Drafts of invented papers in the layouts of the styles, and how they change from month to month.</summary>
internal sealed class InventedDraft
{
    private readonly Random _random;
    private string _layout;
    private readonly SortedDictionary<int, InventedPaper> _papers = [];
    private readonly string[] _sections;

    public InventedDraft(Random random)
    {
        _random = random;
        _layout = Layout();
        _sections = random.Next(2) == 0 ? ["Papers"] : ["Vision", "Language", "Robots"];
        Add(random.Next(0, 12));
    }

    public IEnumerable<string> Ids => _papers.Values.Select(paper => paper.Id);

    /// <summary>What arXiv and the editor's list do in a month.</summary>
    public void Change()
    {
        Add(_random.Next(0, 4));
        _layout = _random.Next(8) == 0 ? Layout() : _layout;
        foreach (var number in _papers.Keys.ToList())
        {
            var paper = _papers[number];
            switch (_random.Next(12))
            {
                case 0:
                    _papers.Remove(number);
                    break;
                case 1:
                    _papers[number] = paper with { Title = $"{paper.Title} renewed{_random.Next(100)}" };
                    break;
                case 2:
                    _papers[number] = paper with { IsStarred = !paper.IsStarred };
                    break;
                case 3:
                    _papers[number] = paper with { Note = $"A note renewed{_random.Next(100)}." };
                    break;
                case 4:
                    _papers[number] = paper with { Section = Section() };
                    break;
            }
        }
    }

    public string Render()
    {
        var papers = _papers.Values.Reverse().ToList();
        var blocks = new List<string> { "# A list", $"{papers.Count} papers on the list." };
        if (papers.Exists(paper => paper.IsStarred))
        {
            blocks.Add("## In depth");
            blocks.AddRange(papers.Where(paper => paper.IsStarred).SelectMany(InDepth));
        }

        foreach (var section in _sections.Where(section => papers.Exists(paper => paper.Section == section)))
        {
            blocks.Add($"## {section}");
            blocks.AddRange(Listed([.. papers.Where(paper => paper.Section == section)]));
        }

        return string.Join("\n\n", blocks) + "\n";
    }

    private static IEnumerable<string> InDepth(InventedPaper paper) =>
    [
        $"### {paper.Title}", "Ada Specimen, Bo Example", $"3 Apr 2024 (v1) · {paper.Link}", $"Code: <https://code.example/{paper.Id}>",
        $"> An abstract of {paper.Title}.", paper.Note, "<!-- write here -->",
    ];

    private IEnumerable<string> Listed(List<InventedPaper> papers) => _layout switch
    {
        "roundup" =>
            papers.SelectMany(paper => new[] { $"* {paper.Title} by Specimen and Example (3 Apr), {paper.Link}", $"  {paper.Note}" }),
        "categorised" => [string.Join('\n', Enumerable.Reverse(papers).Select(paper => $"* 3 Apr, {paper.Title}, <{paper.Link}>"))],
        _ =>
        [
            string.Join(
                '\n',
                papers.Select((paper, at) => $"| {at + 1}) **{paper.Title}** by Specimen | {paper.Link} |")
                    .Prepend("| Paper | Link |\n| --- | --- |")),
        ],
    };

    private void Add(int count)
    {
        for (var at = 0; at < count; at++)
        {
            var number = _random.Next(10_000);
            _papers.TryAdd(
                number,
                new($"2404.1{number:0000}", $"Title of {number}", "One sentence. <!-- suggested -->", Section(), _random.Next(5) == 0));
        }
    }

    private string Layout() => _random.GetItems(["roundup", "categorised", "table"], 1)[0];

    private string Section() => _sections[_random.Next(_sections.Length)];

    private sealed record InventedPaper(string Id, string Title, string Note, string Section, bool IsStarred)
    {
        public string Link => $"https://arxiv.org/abs/{Id}";
    }
}
