using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Service;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Tests.Commands;

namespace Sheaf.Tests.Service;

/// <summary>The service has months ranked by a process of its own, which cannot harm the run.</summary>
public sealed class RankingWhatWasSwept : IDisposable
{
    private static readonly Month April = new(2024, 4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-swept-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_kept_for_each_month()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--sweep", "--set", "Sweep:Categories=cs.CL");

        await Over(OwnProgram.Find("dotnet", bench.Options)).MakeAsync([April.Previous, April], Token);

        Assert.Equal("2024-03,2024-04", await bench.AskStoreAsync("SELECT group_concat(month) FROM ranking"));
        Assert.Equal("3", await bench.AskStoreAsync("SELECT count(*) FROM ranked_paper"));
    }

    [Fact]
    public async Task The_process_is_killed_when_the_service_stops()
    {
        SmallProgram.Needs();
        var file = Path.Combine(_folder.FullName, "process");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var making = Over(new OwnProgram("sh", ["-c", $"echo $$ > '{file}.new'; mv '{file}.new' '{file}'; exec sleep 600"]))
            .MakeAsync([April], stop.Token);
        await UntilAsync(() => File.Exists(file));
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(file), provider: null));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task Its_input_ends_with_the_service_and_not_before()
    {
        SmallProgram.Needs();
        var (begun, ended) = (Path.Combine(_folder.FullName, "begun"), Path.Combine(_folder.FullName, "ended"));
        using var process = new OwnProgram("sh", ["-c", $"echo . > '{begun}'; cat > /dev/null; echo . > '{ended}'"]).Start();
        await UntilAsync(() => File.Exists(begun));
        Assert.False(process.HasExited);

        // As the system does for a process that is killed.
        process.StandardInput.Close();

        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.True(File.Exists(ended));
    }

    [Fact]
    public async Task It_stops_when_its_input_ends()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = new Database(bench.Store);

        // It would wait without end.
        using var making = new RankingStore(store).TryBegin(April);
        using var process = OwnProgram.Find("dotnet", bench.Options)!.Start("suggest", "2024-04", "--until-input-ends");
        process.StandardInput.Close();

        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(2), Token);
        Assert.Equal((int)ExitCode.Interrupted, process.ExitCode);
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM ranking"));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_has_ended()
    {
        SmallProgram.Needs();
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = new Database(bench.Store);
        using var making = new RankingStore(store).TryBegin(April);
        var program = OwnProgram.Find("dotnet", bench.Options)!;
        using var process = new OwnProgram("sh", ["-c", "exec \"$0\" \"$@\" < /", program.File, .. program.Arguments])
            .Start("suggest", "2024-04", "--until-input-ends");

        var said = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(2), Token);

        Assert.Equal(((int)ExitCode.Interrupted, ""), (process.ExitCode, said));
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("/no/such/program")]
    public async Task What_fails_there_stops_nothing(string program)
    {
        SmallProgram.Needs();
        var file = Path.Combine(_folder.FullName, "tried");

        await Over(new OwnProgram(program, ["-c", $"echo . >> '{file}'; exit 4"])).MakeAsync([April.Previous, April], Token);

        Assert.Equal(program == "sh" ? 2 : 0, File.Exists(file) ? File.ReadAllLines(file).Length : 0);
    }

    [Theory]
    [InlineData("/opt/sheaf", "/opt/sheaf --quiet")]
    [InlineData("/usr/bin/dotnet", "/usr/bin/dotnet sheaf.dll --quiet")]
    [InlineData("/opt/Sheaf.Tests", null)]
    [InlineData(null, null)]
    public void Only_this_program_is_started(string? process, string? line)
    {
        var program = OwnProgram.Find(process, ["--quiet"]);

        Assert.Equal(line, program is null ? null : string.Join(' ', program.Arguments.Select(Path.GetFileName).Prepend(program.File)));
    }

    private static SweptRankings Over(OwnProgram? program) => new(TimeProvider.System, NullLogger<SweptRankings>.Instance, program);

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }
    }
}
