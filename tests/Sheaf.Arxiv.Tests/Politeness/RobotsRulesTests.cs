using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("https://arxiv.org/abs/2404.19756")]
    [InlineData("https://arxiv.org/abs/hep-th/9901001v2")]
    [InlineData("https://arxiv.org/list/cs.CL/2024-04?skip=0&show=50")]
    [InlineData("https://arxiv.org/catchup/cs/2024-04-01")]
    [InlineData("https://arxiv.org/")]
    [InlineData("https://arxiv.org/robots.txt")]
    [InlineData("https://arxiv.org/stats/today")]
    [InlineData("http://127.0.0.1:8080/abs/2404.19756")]
    public void Pages_that_no_rule_closes_may_be_read(string address)
    {
        Assert.True(RobotsRules.Allows(new Uri(address)));
    }

    [Theory]
    [InlineData("https://arxiv.org/search/?query=x")]
    [InlineData("https://arxiv.org/api/query")]
    [InlineData("https://arxiv.org/e-print/2404.19756")]
    [InlineData("https://arxiv.org/ps/2404.19756")]
    [InlineData("https://arxiv.org/PS_cache/x")]
    [InlineData("https://arxiv.org/IgnoreMe")]
    [InlineData("https://arxiv.org/seek-and-destroy")]
    [InlineData("https://arxiv.org/tb-recent")]
    [InlineData("https://arxiv.org/show-email/x")]
    [InlineData("https://arxiv.org/abs/../search/")]
    [InlineData("https://arxiv.org/%73earch/")]
    [InlineData("https://export.arxiv.org/abs/2404.19756")]
    [InlineData("http://127.0.0.1:8080/api/query")]
    public void Pages_that_a_rule_closes_may_not(string address)
    {
        Assert.False(RobotsRules.Allows(new Uri(address)));
    }
}
