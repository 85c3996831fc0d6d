using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Service;

/// <summary>Commands that a machine calls: here nobody watches.</summary>
public sealed class WhatCommandsTell
{
    [Fact]
    public async Task A_draft_that_is_ready_is_told_with_its_month_and_file()
    {
        await using var bench = await StartAsync("- 2404.00001\n");
        await bench.RunAsync("harvest");

        var ran = await bench.RunAsync("draft", "2024-04", "--json", "--set", Notify(bench));
        await bench.RunAsync("draft", "2024-04", "--set", Notify(bench));

        var notice = Assert.Single(Told(bench));
        Assert.Equal(
            ("draft-ready", bench.Folder, "2024-04", bench.PathOf("drafts", "2024-04.md"), null),
            (notice.Text("event"), notice.Text("workspace"), notice.Text("month"), notice.Text("file"), notice.Text("reason")));
        Assert.Equal($"The draft of April 2024 is ready: 1 paper in {bench.PathOf("drafts", "2024-04.md")}.", notice.Text("message"));
        Assert.StartsWith("{", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_that_are_missing_need_a_person()
    {
        await using var bench = await StartAsync("- 2404.00001\n- 2404.09999\n- 2404.1974\e[31m两\n");

        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft", "--set", Notify(bench));

        Assert.Equal(["needs-person", "draft-ready", "needs-person"], Told(bench).Select(notice => notice.Text("event")));
        Assert.Equal("missing-papers", Told(bench)[0].Text("reason"));
        Assert.Contains("2404.09999 (not-found)", Told(bench)[0].Text("message"), StringComparison.Ordinal);
        Assert.All(Told(bench), notice => Assert.DoesNotContain(notice.Text("message")!, char.IsControl));
    }

    [Fact]
    public async Task Mistakes_on_a_list_need_a_person()
    {
        await using var bench = await StartAsync("- 2404.00001\n- 2404.00001\n");

        await bench.RunAsync("check", "--set", Notify(bench));

        var notice = Assert.Single(Told(bench));
        Assert.Equal(("needs-person", "mistakes"), (notice.Text("event"), notice.Text("reason")));
    }

    [Fact]
    public async Task A_403_is_told_as_a_stop()
    {
        await using var bench = await StartAsync("- 2404.00001\n");
        bench.Arxiv.Faults.Rules = [new FaultRule(FaultKind.AccessDenied)];

        var ran = await bench.RunAsync("harvest", "--set", Notify(bench));

        Assert.Equal(3, ran.Exit);
        var notice = Assert.Single(Told(bench));
        Assert.Equal(("stopped", "forbidden"), (notice.Text("event"), notice.Text("reason")));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_told_as_a_failure()
    {
        await using var bench = await StartAsync("");
        await File.WriteAllBytesAsync(
            bench.PathOf("curated", "2024-04.md"), [0xff, 0xfe, 0x2d, 0x00], TestContext.Current.CancellationToken);

        await bench.RunAsync("harvest", "--set", Notify(bench));

        var notice = Assert.Single(Told(bench));
        Assert.Equal(("needs-person", "failed"), (notice.Text("event"), notice.Text("reason")));
    }

    [Fact]
    public async Task Nothing_is_told_where_all_is_well_and_of_commands_for_people()
    {
        await using var bench = await StartAsync("- 2404.00001\n");

        await bench.RunAsync("harvest", "--set", Notify(bench));
        await bench.RunAsync("draft", "2024-04", "--dry-run", "--set", Notify(bench));
        await bench.RunAsync("draft", "2024-04", "--output", "-", "--set", Notify(bench));
        await bench.RunAsync("show", "2404.09999", "--set", Notify(bench));
        await bench.RunAsync("export", "papers", "--json", "--format", "csv", "--set", Notify(bench));

        Assert.Empty(Told(bench));
    }

    [Fact]
    public async Task A_program_that_is_missing_changes_neither_answer_nor_exit_code_and_keeps_its_secret()
    {
        await using var bench = await StartAsync("- 2404.00001\n- 2404.09999\n");

        var plain = await bench.RunAsync("harvest");
        var told = await bench.RunAsync("harvest", "--verbose", "--set", "Notify:Command=/nowhere/notify --password hunter2");

        Assert.Equal(plain.Exit, told.Exit);
        var logs = string.Concat(Directory.EnumerateFiles(bench.PathOf("logs")).Select(File.ReadAllText));
        Assert.Contains("Notify:Command could not be told", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", logs + told.Output + told.Error, StringComparison.Ordinal);
    }

    private static async Task<Workbench> StartAsync(string list)
    {
        SmallProgram.Needs();
        var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", list);
        return bench;
    }

    private static string Notify(Workbench bench) => $"Notify:Command={SmallProgram.AppendingTo(bench.PathOf("told"))}";

    private static IReadOnlyList<System.Text.Json.JsonElement> Told(Workbench bench) => SmallProgram.Told(bench.PathOf("told"));
}
