using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Commands;
using Sheaf.Ranking;
using Sheaf.Settings;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf suggest --choose</c>: one key decides.</summary>
public sealed class ChoosingSuggestions : IDisposable
{
    private static readonly Month April = new(2024, 4);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-choosing-");

    private readonly List<string> _opened = [];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_key_is_kept_at_once()
    {
        var said = await PressAsync("a", "x", "S", "r", "n", "q", "a");

        Assert.Equal(
            "# April 2024\n\n- 2404.00001\n- 2404.00002 ★\n", File.ReadAllText(Path.Combine(_folder.FullName, "curated", "2024-04.md")));
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

    [Fact]
    public async Task Later_back_and_undo_go_where_a_person_expects()
    {
        var said = await PressAsync("l", "a", "z", "k", "r", "n", "s", "q");

        Assert.Equal("# April 2024\n\n- 2404.00003 ★\n", File.ReadAllText(Path.Combine(_folder.FullName, "curated", "2024-04.md")));
        Assert.Equal("2404.00001\n", File.ReadAllText(Path.Combine(_folder.FullName, "refused.txt")));
        Assert.Equal("", File.ReadAllText(Path.Combine(_folder.FullName, "later.txt")));
        Assert.Contains("2404.00001 is put off.", said, StringComparison.Ordinal);
        Assert.Contains("Taken back.", said, StringComparison.Ordinal);
        Assert.Contains("2404.00003 added to", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_abstract_and_the_page_can_be_looked_at()
    {
        var said = await PressAsync("o", "\r", "v", "q");

        Assert.Equal(2, said.Split("They turn.").Length - 1);
        Assert.Equal(["https://arxiv.org/abs/2404.00001"], _opened);
    }

    [Fact]
    public async Task A_person_who_stops_at_the_prompt_is_not_waited_for()
    {
        using var stop = new CancellationTokenSource();
        var choosing = ChooseAsync(async cancellationToken =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null;
        }, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => choosing);

        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.FullName, "curated")));
    }

    private Task<string> PressAsync(params string[] keys)
    {
        var pressed = new Queue<string>(keys);
        return ChooseAsync(
            _ => Task.FromResult(pressed.TryDequeue(out var key) ? key[0] : (char?)null), TestContext.Current.CancellationToken);
    }

    private async Task<string> ChooseAsync(Func<CancellationToken, Task<char?>> nextKey, CancellationToken cancellationToken)
    {
        var workspace = new Workspace(_folder.FullName);
        workspace.EnsureCreated();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        using var context = new CommandContext(
            SheafCommand.Root().Parse([]), new Terminal(output, error, json: false, quiet: false, verbose: false), new SheafSettings(),
            workspace);
        var papers = Enumerable.Range(1, 6).Select(Suggested).ToList();
        var found = new MonthSuggestions(April, papers.Count, 0, papers);
        await new InteractiveSelection(context, found, papers, nextKey, _opened.Add).RunAsync(cancellationToken);
        return output.ToString();
    }

    private static SuggestedPaper Suggested(int number) => new(
        new RankedPaper(
            new TastePaper(
                ArxivIdentifier.Parse($"2404.{number:D5}"), $"Gears {number}", "They turn.", [], ["cs.LG"], April.FirstDay), 0.5, []),
        number == 3 ? [ArxivIdentifier.Parse("2404.10003")] : []);
}
