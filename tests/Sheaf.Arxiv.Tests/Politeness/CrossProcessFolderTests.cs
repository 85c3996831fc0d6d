using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>A folder that cannot be read or written lets nobody in, and what is written there stays as it is between versions.</summary>
public sealed partial class CrossProcessFolderTests : GatesOverOneFolder
{
    [Fact]
    public async Task A_state_cut_off_anywhere_or_gone_is_never_taken_for_free()
    {
        var first = Gate();
        await (await EnterAsync(first, RequestKind.Api)).DisposeAsync();
        first.Dispose();
        var file = Path.Combine(FolderPath, "gate.json");
        var whole = await File.ReadAllBytesAsync(file, Token);
        for (var length = -1; length < whole.Length; length++)
        {
            Time.Advance(TimeSpan.FromHours(1));
            File.Delete(file);
            if (length >= 0)
            {
                await File.WriteAllBytesAsync(file, whole[..length], Token);
            }

            using var gate = new RequestGate(Time, Options.Create(Settings()));
            var waiting = EnterAsync(gate, RequestKind.Api);
            Time.Advance(TimeSpan.FromSeconds(3) - Instant);
            Assert.Null(gate.State.UnderWay);
            Time.Advance(Instant);
            await (await waiting).DisposeAsync();
        }
    }

    [Fact]
    public async Task AFolderPath_that_cannot_be_made_lets_nobody_in()
    {
        await File.WriteAllTextAsync(FolderPath, "a file where the folder should be", Token);

        var failure = await Assert.ThrowsAsync<GateStateException>(() => EnterAsync(Gate(), RequestKind.Api));

        Assert.Contains(FolderPath, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderPath_that_breaks_while_callers_wait_sends_them_away()
    {
        var gate = Gate();
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(gate, RequestKind.Api);

        Directory.Delete(FolderPath, recursive: true);
        await File.WriteAllTextAsync(FolderPath, "", Token);
        Time.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<GateStateException>(() => waiting);
        File.Delete(FolderPath);
        Directory.CreateDirectory(FolderPath);
    }

    /// <summary>Versions of the program run side by side: what one has written another must read.</summary>
    [Fact]
    public async Task The_state_is_written_in_these_words()
    {
        var (one, other) = (Gate(), Gate());
        (one.Command, other.Command) = ("harvest 2024-04", "draft 2024-05");
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        one.Hold(RequestKind.Api, Time.GetUtcNow().AddSeconds(60));
        var turn = await EnterAsync(one, RequestKind.Page);
        var waiting = EnterAsync(other, RequestKind.Api);

        var state = await File.ReadAllTextAsync(Path.Combine(FolderPath, "gate.json"), Token);
        one.Stop(Address);

        Assert.Equal(
            """
            {"Arrivals":3,
            "UnderWay":{"Number":1,"Kind":"Page","Interval":"00:00:15",
            "Owner":"","Process":0,"Command":"harvest 2024-04","Since":"2026-11-23T12:00:00+00:00"},
            "Line":[{"Number":2,"Kind":"Api","Interval":"00:00:03",
            "Owner":"","Process":0,"Command":"draft 2024-05","Since":"2026-11-23T12:00:00+00:00"}],
            "Api":{"Ended":{"Wall":"2026-11-23T12:00:00+00:00","Uptime":""},
            "Held":{"From":"2026-11-23T12:00:00+00:00","Until":"2026-11-23T12:01:00+00:00"}},
            "Page":{"Ended":null,"Held":null}}
            """.ReplaceLineEndings(""),
            Process().Replace(Uptime().Replace(state, "\"Uptime\":\"\""), "\"Owner\":\"\",\"Process\":0"));
        Assert.Equal(
            """{"Address":"https://arxiv.org/abs/2404.00001","Since":"2026-11-23T12:00:00+00:00"}""",
            await File.ReadAllTextAsync(Path.Combine(FolderPath, "stopped.json"), Token));
        Assert.Equal(
            ["connection.lock", "gate.json", "gate.lock", "process", "process", "stopped.json"],
            Directory.EnumerateFiles(FolderPath).Select(file => Path.GetFileName(file).Split('-')[0]).Order());
        await turn.DisposeAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ArxivForbiddenException>(() => waiting);
    }

    [GeneratedRegex("\"Owner\":\"process-[0-9]+-[a-z0-9]{8}[.][a-z0-9]{3}[.]lock\",\"Process\":[0-9]+")]
    private static partial Regex Process();

    [GeneratedRegex("\"Uptime\":\"[0-9.:]+\"")]
    private static partial Regex Uptime();
}
