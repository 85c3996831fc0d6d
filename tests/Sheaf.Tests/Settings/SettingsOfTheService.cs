using System.Net;
using System.Net.Sockets;
using Sheaf.Commands;
using Sheaf.Settings;

namespace Sheaf.Tests.Settings;

/// <summary>What would only be found out at night is refused at start, with its key.</summary>
public sealed class SettingsOfTheService : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-settings-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 6 31 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void A_schedule_that_never_comes_is_refused(string cron) =>
        Assert.Contains(
            $"Schedule:Draft is '{cron}' (given with --set), which is not a schedule that ever comes", Refusal($"Schedule:Draft={cron}"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("99 * * * *")]
    [InlineData("0 24 * * *")]
    [InlineData("0 0 0 * *")]
    [InlineData("0 0 32 * *")]
    [InlineData("0 0 * 13 *")]
    [InlineData("0 0 * * 8")]
    [InlineData("0-60 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("*/99 * * * *")]
    [InlineData("0 0 1,45 * *")]
    [InlineData("0 0 * *")]
    [InlineData("0 0 0 * * *")]
    [InlineData("soon")]
    public void A_schedule_out_of_range_is_refused(string cron) =>
        Assert.Contains("which is not a cron expression of five fields", Refusal($"Schedule:Harvest={cron}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("30 22 * * 0-4")]
    [InlineData("0 6 29 2 *")]
    [InlineData("*/15 0-23 1,15 JAN-DEC MON-FRI")]
    [InlineData("0 0 * * 7")]
    public void Schedules_that_come_are_taken(string cron) => Assert.Equal(cron, Read($"Schedule:Harvest={cron}").Schedule.Harvest);

    [Fact]
    public void A_time_zone_that_the_machine_does_not_have_is_refused() =>
        Assert.Contains("Schedule:TimeZone is 'Mars/Olympus'", Refusal("Schedule:TimeZone=Mars/Olympus"), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://127.0.0.1:8017")]
    [InlineData("http://127.0.0.1:8017/sheaf")]
    [InlineData("http://127.0.0.1:8017/?a=b")]
    [InlineData("http://me@127.0.0.1:8017")]
    [InlineData("http://*:8017")]
    [InlineData("127.0.0.1:8017")]
    public void An_address_that_the_service_cannot_serve_is_refused(string url) =>
        Assert.Contains("which is not an http address without a path", Refusal($"Serve:Url={url}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_stands_for_the_addresses_of_that_host_and_never_for_all()
    {
        var points = await ServeAddress.ResolveAsync(new Uri("http://localhost:0"), Token);

        Assert.All(points, point => Assert.True(IPAddress.IsLoopback(point.Address)));
        Assert.Contains(
            "no host",
            (await Assert.ThrowsAsync<BadInputException>(
                () => ServeAddress.ResolveAsync(new Uri("http://no-such-host.invalid:8017"), Token))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "not an address of this machine",
            (await Assert.ThrowsAsync<BadInputException>(
                () => ServeAddress.ResolveAsync(new Uri("http://192.0.2.77:8017"), Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var failure = await Assert.ThrowsAsync<IOException>(
            () => ServeAddress.ResolveAsync(new Uri($"http://{taken.LocalEndpoint}"), Token));

        Assert.Equal(
            $"Serve:Url is http://{taken.LocalEndpoint}: address already in use, by another program that listens there; stop it, or set "
            + "another port", failure.Message);
    }

    [Theory]
    [InlineData("no-such-program-anywhere --quietly")]
    [InlineData("/no/such/program secret-word")]
    public void A_program_that_cannot_be_run_is_named_by_its_key_alone(string command)
    {
        var problem = Problem($"Notify:Command={command}");

        Assert.StartsWith("Notify:Command names a program that is not there", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(command.Split(' ')[^1], problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_run_is_no_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there any file may be run");
        var file = Path.Combine(_folder, "tell-me");
        File.WriteAllText(file, "#!/bin/sh\n");
        Assert.NotNull(Problem($"Notify:Command={file} me"));

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Null(Problem($"Notify:Command={file} me"));
        Assert.Null(Problem("Notify:Command=sh -c true"));
    }

    [Fact]
    public void A_template_that_is_not_there_or_is_none_is_found()
    {
        File.WriteAllText(Path.Combine(_folder, "bad.liquid"), "{% for p in papers %}");

        Assert.StartsWith("Draft:Style: ", Problem("Draft:Style=./not-there.liquid"), StringComparison.Ordinal);
        Assert.StartsWith("Draft:Style: ", Problem("Draft:Style=./bad.liquid"), StringComparison.Ordinal);
        Assert.Null(Problem("Draft:Style=table"));
    }

    private SheafSettings Read(string setting) => SettingsReader.Read(_folder, [setting]).Settings;

    private string Refusal(string setting) => Assert.Throws<BadInputException>(() => Read(setting)).Message;

    private string? Problem(string setting)
    {
        var (settings, workspace) = SettingsReader.Read(_folder, [setting]);
        return MachineChecks.FirstProblem(settings, workspace);
    }
}
