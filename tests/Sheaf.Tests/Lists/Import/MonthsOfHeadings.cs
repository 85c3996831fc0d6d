namespace Sheaf.Tests.Lists.Import;

/// <summary>The month that a heading above a reference names.</summary>
public sealed class MonthsOfHeadings
{
    [Theory]
    [InlineData("## April 2024")]
    [InlineData("# 2024-04")]
    [InlineData("## 2024/4")]
    [InlineData("## 04/2024")]
    [InlineData("## 2024年4月")]
    [InlineData("## 2024년 4월")]
    [InlineData("## Avril 2024")]
    [InlineData("### abril de 2024")]
    [InlineData("## April '24")]
    [InlineData("## Apr. 2024")]
    [InlineData("## 2024 April")]
    [InlineData("## Papers of April, 2024")]
    [InlineData("## Week of April 22, 2024")]
    [InlineData("## Top papers of the week (April 22 - 28, 2024)")]
    [InlineData("## 2024-04-22")]
    [InlineData("## 22. April 2024")]
    [InlineData("# 2024\n\n## April")]
    [InlineData("# Papers of 2024\n\n## 4月")]
    [InlineData("## April 2024\n\n### Gears")]
    [InlineData("April 2024\n==========")]
    [InlineData("**April 2024**")]
    [InlineData("April 2024")]
    [InlineData("2024年4月\uff1a")]
    [InlineData("- April 2024\n  - nothing yet")]
    [InlineData("<details><summary>April 2024</summary>")]
    [InlineData("\\section{April 2024}")]
    [InlineData("## May 2024\n\n## April 2024")]
    public void Is_claimed_for_what_stands_below(string heading)
    {
        var text =
            $"{heading}\n\n  - [Widgets](https://arxiv.org/abs/2404.00001)\n\nWe also liked https://arxiv.org/abs/2404.00002 a lot.\n";

        Assert.Equal("2024-04", ForeignText.Read("list.md", text)[0].HeadingMonth?.ToString());
    }

    [Theory]
    [InlineData("## Gears")]
    [InlineData("## April")]
    [InlineData("## Test Set 2024")]
    [InlineData("## Next Gen 2024")]
    [InlineData("## 2024")]
    [InlineData("## April 2024 and May 2024")]
    [InlineData("## 2024-14")]
    [InlineData("## April 2024\n\n## Datasets")]
    [InlineData("**April 2024**\n\n## Datasets")]
    [InlineData("We wrote this in April 2024.")]
    public void Is_not_guessed(string heading) =>
        Assert.Null(ForeignText.Only("list.md", $"{heading}\n\n- [Widgets](https://arxiv.org/abs/2404.00001)\n").HeadingMonth);

    [Fact]
    public void Is_claimed_for_mentions_and_after_other_months()
    {
        var claims = ForeignText.Read(
            "list.md", "## April 2024\n\nWe also liked https://arxiv.org/abs/2404.00001 a lot.\n\n## Mai 2024\n\n- 2405.00001\n");

        Assert.Equal([("2024-04", false), ("2024-05", true)], claims.Select(claim => (claim.HeadingMonth.ToString()!, claim.IsEntry)));
    }

    [Fact]
    public void Is_that_of_the_nearest_heading_of_an_outline()
    {
        var claims = ForeignText.Read(
            "list.org", "* April 2024\n** TODO [[https://arxiv.org/abs/2404.00001][Widgets]]\n- 2404.00002\n* Gears\n** 2404.00003\n");

        Assert.Equal(["2024-04", "2024-04", null], claims.Select(claim => claim.HeadingMonth?.ToString()));
    }
}
