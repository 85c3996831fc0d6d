using System.Text.Json.Nodes;
using Sheaf.TestKit.Storms;
using Sheaf.Tests.Service;

namespace Sheaf.Tests.Publishing;

/// <summary>
/// Whenever the program is ended, the next run goes on from there: all files become the issue's, and readers are told once.
/// </summary>
public sealed class StoppedWhilePublishing
{
    private static readonly string[] Endings = ["md", "html", "mail.html", "mail.txt"];

    private static readonly string[] All = ["--anyway", "--set", "Publish:Formats=markdown,html,mail"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    public async Task After_any_number_of_files(int replaced, bool isFirstTime)
    {
        SmallProgram.Needs();
        await using var bench = await FinishedMonth.StartAsync();
        string[] command = ["--set", $"Publish:Command={SmallProgram.AppendingTo(bench.PathOf("told"))}"];
        if (!isFirstTime)
        {
            await bench.PublishAsync(All);
            FinishedMonth.Edit(bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal));
        }

        var before = Endings.Select(ending => isFirstTime ? null : File.ReadAllText(bench.Published(ending))).ToList();
        await bench.PublishAsync([.. All, "--again"]);
        var after = Endings.Select(ending => File.ReadAllText(bench.Published(ending))).ToList();
        // As it lies there between two of the files.
        Rewind(bench, before, replaced);

        var status = await bench.RunAsync("status", "2024-04", "--json");
        var ran = await bench.PublishAsync([.. All, .. command]);
        var again = await bench.PublishAsync([.. All, .. command]);

        Assert.Equal(JsonValueKindNull, JsonNode.Parse(status.Output)!["published"]?.ToJsonString());
        Assert.Equal((0, 0), (ran.Exit, again.Exit));
        Assert.Equal(after, Endings.Select(ending => File.ReadAllText(bench.Published(ending))));
        Assert.Single(SmallProgram.Told(bench.PathOf("told")));
    }

    [Fact]
    public async Task What_somebody_wrote_there_meanwhile_is_not_replaced()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync(All);
        Rewind(bench, [null, null, null, null], replaced: 1);
        await File.WriteAllTextAsync(bench.Published("html"), "Mine.", Token);

        var ran = await bench.PublishAsync(All);

        Assert.Equal(1, ran.Exit);
        Assert.Equal("Mine.", await File.ReadAllTextAsync(bench.Published("html"), Token));
        Assert.False(File.Exists(bench.Published("mail.txt")));
    }

    [Fact]
    public async Task By_a_signal_at_any_moment()
    {
        SmallProgram.Needs();
        await using var bench = await FinishedMonth.StartAsync();
        string[] line =
        [
            .. bench.Options, "publish", "2024-04", .. All, "--set", $"Publish:Command={SmallProgram.AppendingTo(bench.PathOf("told"))}",
        ];
        var told = 0;
        for (var round = 0; round < 5; round++)
        {
            using var process = SheafProcess.Start(line);
            await Task.WhenAny(process.WaitForExitAsync(Token), SeenAsync(bench, round));
            process.Kill();
            await process.WaitForExitAsync(Token);
            var now = SmallProgram.Told(bench.PathOf("told")).Count;
            Assert.InRange(now - told, 0, 1);
            told = now;
        }

        var last = await bench.PublishAsync([.. All, "--set", $"Publish:Command={SmallProgram.AppendingTo(bench.PathOf("told"))}"]);

        Assert.InRange(last.Exit, 0, 1);
        Assert.Equal(Endings.Length, bench.Issue().Count);
        Assert.InRange(SmallProgram.Told(bench.PathOf("told")).Count, 0, 1);
    }

    private const string? JsonValueKindNull = null;

    /// <summary>Waits until the program has come so far: to its folder, its receipt, its first file, its last, the end.</summary>
    private static async Task SeenAsync(Workbench bench, int step)
    {
        string[] marks =
            [bench.PathOf("published"), bench.Receipt(), bench.Published(), bench.Published("mail.txt"), bench.PathOf("told")];
        while (!Path.Exists(marks[step]))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
        }
    }

    /// <summary>Makes the folder what it was when so many files had been replaced.</summary>
    private static void Rewind(Workbench bench, List<string?> before, int replaced)
    {
        var receipt = JsonNode.Parse(File.ReadAllText(bench.Receipt()))!;
        receipt["state"] = "writing";
        receipt["command"] = null;
        foreach (var (number, ending) in Endings.Index())
        {
            receipt["files"]![number]!["before"] =
                before[number] is { } text ? global::Sheaf.Publishing.ReceiptFolder.Hash(System.Text.Encoding.UTF8.GetBytes(text)) : null;
            if (number >= replaced && before[number] is null)
            {
                File.Delete(bench.Published(ending));
            }
            else if (number >= replaced)
            {
                File.WriteAllText(bench.Published(ending), before[number]);
            }
        }

        File.WriteAllText(bench.Receipt(), receipt.ToJsonString());
    }
}
