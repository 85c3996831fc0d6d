using System.Net;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Atom;

/// <summary>Headers that HTTP allows and sense does not.</summary>
public sealed class RetryAfterAndOtherHeaders
{
    [Theory]
    [InlineData("//")]
    [InlineData("http://[")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//elsewhere.invalid/api/query")]
    public async Task A_redirect_to_nowhere_or_elsewhere_is_not_followed(string location)
    {
        var answer = ScriptedArxiv.Answer("", HttpStatusCode.Redirect);
        answer.Headers.TryAddWithoutValidation("Location", location);
        var arxiv = new ScriptedArxiv(answer);

        var failure = await Assert.ThrowsAsync<ArxivFormatException>(() => AskAsync(arxiv));

        Assert.Equal("status", failure.Field);
        Assert.Single(arxiv.Asked);
    }

    [Fact]
    public async Task A_wait_beyond_the_end_of_time_is_a_refusal_like_any_other()
    {
        var answer = ScriptedArxiv.Answer("", HttpStatusCode.ServiceUnavailable);
        answer.Headers.Date = DateTimeOffset.MaxValue.AddDays(-1);
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(int.MaxValue));

        var refusal = await Assert.ThrowsAsync<ArxivUnavailableException>(() => AskAsync(new ScriptedArxiv(answer)));

        Assert.Equal(DateTimeOffset.MaxValue, refusal.NotBefore);
    }

    private static Task<AtomAnswer> AskAsync(ScriptedArxiv arxiv) =>
        arxiv.Client().GetAsync([ArxivIdentifier.Parse("2404.00001")], TestContext.Current.CancellationToken);
}
