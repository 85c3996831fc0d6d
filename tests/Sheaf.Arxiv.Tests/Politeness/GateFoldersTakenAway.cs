using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>The gate's folder is deleted, or something is put in its place, while processes use it.</summary>
public sealed class GateFoldersTakenAway : IDisposable
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly string _home = Directory.CreateTempSubdirectory("sheaf-gate-").FullName;
    private readonly List<RequestGate> _gates = [];

    private string Folder => Path.Combine(_home, "state");

    public void Dispose()
    {
        _gates.ForEach(gate => gate.Dispose());
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task Deleted_between_requests_it_takes_no_spacing_with_it()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(other, RequestKind.Api)).DisposeAsync();
        await (await EnterAsync(one, RequestKind.Page)).DisposeAsync();

        Directory.Delete(Folder, recursive: true);
        var next = EnterAsync(other, RequestKind.Page);

        _time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(other.State.UnderWay);
        _time.Advance(Instant);
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Deleted_during_a_request_it_is_told_of_the_requests_end()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(other, RequestKind.Page)).DisposeAsync();
        var turn = await EnterAsync(one, RequestKind.Api);

        Directory.Delete(Folder, recursive: true);
        var next = EnterAsync(other, RequestKind.Api);
        _time.Advance(TimeSpan.FromSeconds(2));
        await turn.DisposeAsync();

        _time.Advance(TimeSpan.FromSeconds(3) - Instant);
        Assert.Null(other.State.UnderWay);
        _time.Advance(TimeSpan.FromSeconds(1));
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Deleted_it_leaves_those_who_wait_in_line()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Page)).DisposeAsync();
        var waiting = new List<Task<RequestPermit>> { EnterAsync(one, RequestKind.Page), EnterAsync(other, RequestKind.Page) };

        Directory.Delete(Folder, recursive: true);

        // Who comes first is open now: the line is gone with the folder.
        while (waiting.Count > 0)
        {
            for (var second = 0; second < 32 && !waiting.Exists(task => task.IsCompleted); second++)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            var next = await Task.WhenAny(waiting);
            Assert.Equal(1, waiting.Count(task => task.IsCompleted));
            waiting.Remove(next);
            await (await next).DisposeAsync();
        }
    }

    [Theory]
    [InlineData("gate.json")]
    [InlineData("gate.lock")]
    [InlineData("connection.lock")]
    [InlineData("stopped.json")]
    [InlineData("gate.json.new")]
    [InlineData("stopped.json.new")]
    public async Task A_link_in_it_is_not_followed(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var victim = Path.Combine(_home, "victim");
        await File.WriteAllTextAsync(victim, "{}", TestContext.Current.CancellationToken);
        var gate = Gate();
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
        File.Delete(Path.Combine(Folder, name));
        File.CreateSymbolicLink(Path.Combine(Folder, name), victim);

        _time.Advance(TimeSpan.FromMinutes(1));
        var failure = await Record.ExceptionAsync(async () => await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync());

        Assert.Equal("{}", await File.ReadAllTextAsync(victim, TestContext.Current.CancellationToken));
        Assert.Equal(name.EndsWith(".new", StringComparison.Ordinal), failure is null);
        Assert.True(
            failure is null || (failure is GateStateException && failure.Message.Contains("is a link", StringComparison.Ordinal)),
            $"{failure}");
    }

    [Fact]
    public async Task A_link_in_its_place_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var gate = Gate();
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_home, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(Folder, elsewhere);

        _time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<GateStateException>(() => EnterAsync(gate, RequestKind.Api));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    private RequestGate Gate()
    {
        var gate = new RequestGate(_time, Options.Create(new ArxivOptions { GateFolder = Folder }));
        _gates.Add(gate);
        return gate;
    }

    private static Task<RequestPermit> EnterAsync(RequestGate gate, RequestKind kind) =>
        gate.EnterAsync(kind, TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
}
