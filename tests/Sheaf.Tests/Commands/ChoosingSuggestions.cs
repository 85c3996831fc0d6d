using Sheaf.Arxiv.Identifiers;
using Sheaf.Commands;
using Sheaf.Settings;
using Sheaf.Suggesting;
using Sheaf.Taste;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf suggest --choose</c>: one key decides.</summary>
public sealed class ChoosingSuggestions : IDisposable
{
    private static readonly Month April = new(2024, 4);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-choosing-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_key_is_kept_at_once()
    {
        var said = await PressAsync("a", "x", "S", "r", "n", "q", "a");

        Assert.Equal("# April 2024\n\n- 2404.00001\n- 2404.00002 ★\n", File.ReadAllText(Path.Combine(_folder.FullName, "curated", "2024-04.md")));
        Assert.Equal("2404.00003\n2404.10003\n", File.ReadAllText(Path.Combine(_folder.FullName, "refused.txt")));
        Assert.EndsWith("2 papers added to the list of April 2024, 1 refused, 0 put off.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_is_the_end_of_the_choosing()
    {
        var said = await PressAsync();

        Assert.False(File.Exists(Path.Combine(_folder.FullName, "refused.txt")));
        Assert.EndsWith("0 papers added to the list of April 2024, 0 refused, 0 put off.\n", said, StringComparison.Ordinal);
    }

    private async Task<string> PressAsync(params string[] keys)
    {
        var workspace = new Workspace(_folder.FullName);
        workspace.EnsureCreated();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        using var context = new CommandContext(SheafCommand.Root().Parse([]), new Terminal(output, error, json: false, quiet: false, verbose: false), new SheafSettings(), workspace);
        var papers = Enumerable.Range(1, 6).Select(Suggested).ToList();
        var found = new MonthSuggestions(April, papers.Count, TasteModel.Learn(new([], []), April), papers);
        var pressed = new Queue<string>(keys);
        await new Choosing(context, found, papers, _ => Task.FromResult(pressed.TryDequeue(out var key) ? key[0] : (char?)null), _ => { }).RunAsync(TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static SuggestedPaper Suggested(int number) => new(
        new RankedPaper(new TastePaper(ArxivIdentifier.Parse($"2404.{number:D5}"), $"Gears {number}", "They turn.", [], ["cs.LG"], April.FirstDay), 0.5, []),
        number == 3 ? [ArxivIdentifier.Parse("2404.10003")] : []);
}
