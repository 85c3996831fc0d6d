using System.Text.Json;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>What a person hears of a harvest, while it runs and at its end.</summary>
public sealed class WhatAHarvestTells
{
    [Fact]
    public async Task That_the_metadata_is_in_and_what_comes_next()
    {
        await using var bench = await WithAsync(4, "2024-04.md");

        var ran = await bench.RunAsync("harvest", "--set", "Arxiv:PageInterval=00:00:00.300");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("The metadata of 4 papers is in: a draft can be made from now on.", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("Next: sheaf draft 2024-04\n", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.Split('\n'), line => line.Contains("metadata", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("harvest 2024-04", "Next: sheaf draft 2024-04\n")]
    [InlineData("harvest", "Next: sheaf draft 2024-04\n")]
    [InlineData("harvest 2404.00002", "Next: sheaf show 2404.00002\n")]
    [InlineData("harvest --quiet", "")]
    public async Task The_next_step_is_that_of_what_was_asked_for(string command, string end)
    {
        await using var bench = await WithAsync(2, "list.md");

        var ran = await bench.RunAsync(command.Split(' '));

        Assert.EndsWith(end, ran.Error, StringComparison.Ordinal);
        Assert.Equal(end.Length > 0, ran.Error.Contains("Next:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_comes_next_where_no_paper_came()
    {
        await using var bench = await WithAsync(0, "2024-04.md");
        bench.List("2024-04.md", "- 2404.09999\n");

        Assert.DoesNotContain("Next:", (await bench.RunAsync("harvest")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_its_middle_status_and_draft_agree_on_what_is_known()
    {
        await using var bench = await WithAsync(3, "2024-04.md");
        await bench.RunAsync("harvest");

        // As it stands when the query API has told of all, and one page has been read.
        await bench.TellStoreAsync(
            "UPDATE lookup SET state = 'missing', reason = 'not-yet-tried', attempts = 0, last_attempt = NULL, last_looked = NULL, "
            + "served = NULL, served_by = NULL WHERE identifier > '2404.00001'");
        var status = await bench.RunAsync("status", "2024-04", "--json");
        var shown = await bench.RunAsync("status", "2024-04");
        var draft = await bench.RunAsync("draft", "2024-04", "--output", "-");

        using var month = JsonDocument.Parse(status.Output);
        Assert.Equal(0, month.RootElement.GetProperty("missing").GetArrayLength());
        Assert.Equal(3, month.RootElement.GetProperty("fetched").GetInt32());
        Assert.Equal(
            ["2404.00002", "2404.00003"], month.RootElement.GetProperty("pageToCome").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains("3 fetched, 0 missing, 2 known with their page to come", shown.Output, StringComparison.Ordinal);
        Assert.Equal(3, draft.Output.Split("https://arxiv.org/abs/").Length - 1);
    }

    private static async Task<Workbench> WithAsync(int count, string list)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(count), new ReplicaOptions());
        bench.List(list, string.Concat(Enumerable.Range(1, count).Select(number => $"- 2404.{number:00000}\n")));
        return bench;
    }
}
