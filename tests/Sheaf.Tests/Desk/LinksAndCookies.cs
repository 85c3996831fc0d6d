using Microsoft.Extensions.Time.Testing;
using Sheaf.Desk;

namespace Sheaf.Tests.Desk;

/// <summary>The token of the desk, and what is derived from it.</summary>
public sealed class LinksAndCookies : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-desk-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 2, 6, 0, 0, TimeSpan.Zero));

    private DeskToken Desk => new(_folder, _time);

    [Fact]
    public void A_link_works_once_in_whichever_process()
    {
        var link = Desk.NewLink();

        Assert.Equal([true, false], [Desk.Redeem(link), Desk.Redeem(link)]);
        Assert.False(Desk.Redeem("another"));
        Assert.False(Desk.Redeem("../desk.token"));
    }

    [Fact]
    public void Of_many_who_use_a_link_at_once_one_gets_in()
    {
        var link = Desk.NewLink();
        var used = 0;

        Parallel.For(0, 32, _ =>
        {
            if (Desk.Redeem(link))
            {
                Interlocked.Increment(ref used);
            }
        });

        Assert.Equal(1, used);
    }

    [Fact]
    public void A_link_that_nobody_used_runs_out_and_its_file_goes()
    {
        var (early, late) = (Desk.NewLink(), Desk.NewLink());
        _time.Advance(DeskToken.LinkLife - TimeSpan.FromSeconds(1));
        Assert.True(Desk.Redeem(early));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(Desk.Redeem(late));

        Desk.NewLink();
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "desk-links")));
    }

    [Fact]
    public void A_cookie_lasts_a_year_and_cannot_be_made_up()
    {
        var cookie = Desk.NewCookie();
        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        var longer = $"{long.Parse(cookie[..dot], System.Globalization.CultureInfo.InvariantCulture) + 1}{cookie[dot..]}";

        Assert.Equal((true, false, false, false), (Desk.IsCookie(cookie), Desk.IsCookie(longer), Desk.IsCookie(""), Desk.IsCookie(".")));
        _time.Advance(DeskToken.CookieLife - TimeSpan.FromMinutes(1));
        Assert.True(Desk.IsCookie(cookie));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(Desk.IsCookie(cookie));
    }

    [Fact]
    public void Another_token_locks_everybody_out()
    {
        var cookie = Desk.NewCookie();
        File.Delete(Path.Combine(_folder, "desk.token"));

        Assert.False(Desk.IsCookie(cookie));
    }

    [Fact]
    public void Only_its_user_may_read_what_opens_the_desk()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes of files are for other systems.");
            return;
        }

        Desk.NewCookie();
        Desk.NewLink();

        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
