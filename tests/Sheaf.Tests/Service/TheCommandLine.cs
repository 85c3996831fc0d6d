using Sheaf.Programs;

namespace Sheaf.Tests.Service;

/// <summary>How <c>Notify:Command</c> is read.</summary>
public sealed class TheCommandLine
{
    [Theory]
    [InlineData("notify", "notify")]
    [InlineData("  /usr/bin/mail  -s  Sheaf you@example.org ", "/usr/bin/mail|-s|Sheaf|you@example.org")]
    [InlineData("\"C:\\Program Files\\notify.exe\" /quiet", "C:\\Program Files\\notify.exe|/quiet")]
    [InlineData("mail --subject=\"New draft\" \"\"", "mail|--subject=New draft|")]
    [InlineData("say \"a \"\"quoted\"\" word\"", "say|a \"quoted\" word")]
    [InlineData("a 'b c' $HOME `d` ; e | f > g", "a|'b|c'|$HOME|`d`|;|e|||f|>|g")]
    public void Blanks_part_quotes_join_and_nothing_else_means_anything(string line, string parts)
    {
        var program = ProgramLine.Parse(line)!;

        Assert.Equal(parts, string.Join('|', program.Arguments.Prepend(program.File)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_line_names_no_program(string line) => Assert.Null(ProgramLine.Parse(line));

    [Theory]
    [InlineData("notify \"secret")]
    [InlineData("\"\" secret")]
    [InlineData("notify\0secret")]
    public async Task A_line_that_cannot_be_read_is_refused_without_being_repeated(string line)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("status", "--set", $"Notify:Command={line}");

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith("Notify:Command (given with --set) is not a program and its arguments", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
    }
}
