using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Sheaf.Arxiv.Tests;

public sealed class ArxivOptionsTests
{
    private static readonly Uri Local = new("http://localhost:8018/");

    [Fact]
    public void The_defaults_are_valid()
    {
        Assert.Empty(Failures(_ => { }));
    }

    [Fact]
    public void An_impolite_interval_is_refused_with_its_key_and_its_floor()
    {
        Assert.Equal(
            ["Arxiv:ApiInterval is 00:00:01, but arXiv allows no less than 00:00:03; only loopback hosts may be asked faster."],
            Failures(options => options.ApiInterval = TimeSpan.FromSeconds(1)));
        Assert.StartsWith(
            "Arxiv:PageInterval", Assert.Single(Failures(options => options.PageInterval = TimeSpan.FromSeconds(14.9))),
            StringComparison.Ordinal);
        Assert.StartsWith("Arxiv:BackOff", Assert.Single(Failures(options => options.BackOff = TimeSpan.Zero)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8018/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.3.2.1/")]
    [InlineData("http://[::1]:8018/")]
    [InlineData("https://localhost/")]
    public void Loopback_hosts_may_be_asked_as_fast_as_one_likes(string address)
    {
        Assert.Empty(Failures(options =>
        {
            options.ApiBase = options.OaiBase = options.SiteBase = new Uri(address);
            options.ApiInterval = options.PageInterval = options.BackOff = TimeSpan.Zero;
        }));
    }

    [Theory]
    [InlineData("https://localhost.example.org/")]
    [InlineData("https://127.0.0.1.example.org/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://0.0.0.0/")]
    public void What_only_looks_like_loopback_is_asked_politely(string address)
    {
        var failures = Failures(options =>
        {
            options.ApiBase = options.OaiBase = options.SiteBase = new Uri(address);
            options.ApiInterval = options.PageInterval = options.BackOff = TimeSpan.Zero;
        });

        Assert.Equal(3, failures.Count);
    }

    [Fact]
    public void Every_host_that_an_interval_is_for_must_be_on_loopback()
    {
        Assert.Single(Failures(options => (options.ApiBase, options.ApiInterval) = (Local, TimeSpan.Zero)));
        Assert.Single(Failures(options => (options.OaiBase, options.ApiInterval) = (Local, TimeSpan.Zero)));
        Assert.Empty(Failures(options => (options.ApiBase, options.OaiBase, options.ApiInterval) = (Local, Local, TimeSpan.Zero)));
        Assert.Empty(Failures(options => (options.SiteBase, options.PageInterval) = (Local, TimeSpan.Zero)));
        Assert.Single(Failures(options => (options.ApiBase, options.OaiBase, options.BackOff) = (Local, Local, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("http://export.arxiv.org/api/query")]
    [InlineData("ftp://export.arxiv.org/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("export.arxiv.org")]
    [InlineData("/api/query")]
    [InlineData("https://me:secret@arxiv.org/")]
    [InlineData("https://arxiv.org/?a=b")]
    [InlineData("https://arxiv.org/#a")]
    public void An_address_must_be_whole_and_over_https(string address)
    {
        var failure = Assert.Single(Failures(options => options.ApiBase = new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.StartsWith("Arxiv:ApiBase", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_wrong_value_has_its_sentence()
    {
        var failures = Failures(options =>
        {
            options.OaiBase = null!;
            options.SiteBase = null!;
            options.ApiInterval = TimeSpan.FromSeconds(-1);
            options.PageInterval = TimeSpan.FromDays(15);
            options.BackOff = TimeSpan.FromMinutes(11);
            options.BatchSize = 501;
            options.RefreshAfter = TimeSpan.Zero;
            options.Contact = "nobody\r\nX-Injected: yes";
        });

        string[] keys =
            [
                "Arxiv:OaiBase", "Arxiv:SiteBase", "Arxiv:ApiInterval", "Arxiv:PageInterval", "Arxiv:BackOff", "Arxiv:BatchSize",
                "Arxiv:RefreshAfter", "Contact",
            ];
        Assert.Equal(keys, failures.Select(failure => failure.Split(' ')[0]));
        Assert.DoesNotContain(failures, failure => failure.Contains("X-Injected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(501)]
    public void A_batch_holds_one_to_five_hundred(int size)
    {
        Assert.Single(Failures(options => options.BatchSize = size));
    }

    [Fact]
    public void Papers_are_looked_at_again_within_an_imaginable_time()
    {
        Assert.Empty(Failures(options => options.RefreshAfter = TimeSpan.FromTicks(1)));
        Assert.Single(Failures(options => options.RefreshAfter = TimeSpan.FromTicks(-1)));
        Assert.Single(Failures(options => options.RefreshAfter = TimeSpan.MaxValue));
    }

    private static List<string> Failures(Action<ArxivOptions> configure)
    {
        using var services = new ServiceCollection().AddArxiv().Configure(configure).BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<ArxivOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}
