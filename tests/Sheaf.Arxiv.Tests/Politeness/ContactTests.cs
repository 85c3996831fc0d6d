using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class ContactTests
{
    [Theory]
    [InlineData("", "Sheaf/0.1.0")]
    [InlineData("editor@example.org", "Sheaf/0.1.0 (mailto:editor@example.org)")]
    [InlineData("first.last+arxiv@mail.example.org", "Sheaf/0.1.0 (mailto:first.last+arxiv@mail.example.org)")]
    [InlineData("https://example.org/~editor/?about=arxiv#contact", "Sheaf/0.1.0 (+https://example.org/~editor/?about=arxiv#contact)")]
    [InlineData("http://example.org", "Sheaf/0.1.0 (+http://example.org)")]
    public void The_user_agent_names_the_program_and_who_runs_it(string contact, string expected)
    {
        Assert.Equal(expected, Contact.UserAgent(contact));
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Contact.UserAgent(contact));
        Assert.Equal(expected, client.DefaultRequestHeaders.UserAgent.ToString());
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("an editor")]
    [InlineData("editor@")]
    [InlineData("editor@example.org\n")]
    [InlineData("editor@example.org\r\nX-Injected: yes")]
    [InlineData("éditeur@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("https://example.org/)%20(")]
    [InlineData("https://example.org/(page)")]
    [InlineData("https://example.org/\r\nX-Injected: yes")]
    [InlineData("https://exämple.org/")]
    [InlineData("https://example.org/\\")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert")]
    [InlineData("example.org")]
    public void What_could_break_out_of_the_header_or_reach_nobody_is_no_contact(string contact)
    {
        Assert.Null(Contact.Comment(contact));
    }
}
