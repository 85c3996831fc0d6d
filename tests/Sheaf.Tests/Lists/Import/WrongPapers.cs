using System.Text;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>A paper that a text speaks of in passing is not taken for the one that it lists.</summary>
public sealed class WrongPapers
{
    [Theory]
    [InlineData("""[{"title": "C", "url": "https://arxiv.org/abs/2404.00003", "baseline": "we beat 2305.00002"}]""")]
    [InlineData("""[{"title": "C", "doi": "10.48550/arXiv.2404.00003", "related": ["2305.00002"]}]""")]
    [InlineData("""{"ids": [{"title": "C", "pdf_url": "https://arxiv.org/pdf/2404.00003", "extends": "arXiv:2305.00002"}]}""")]
    public void A_field_of_any_name_does_not_go_before_the_link_of_a_document(string json)
    {
        var list = ListReader.ReadWhole("list.json", Encoding.UTF8.GetBytes(json));

        Assert.Equal(["2404.00003"], list.Listed.Select(claim => claim.Id()));
        Assert.Contains("2305.00002", list.Claims.Where(claim => !claim.IsEntry).Select(claim => claim.Id()));
    }

    [Theory]
    [InlineData("Thanks to arXiv:2305.00002 for the inspiration of this reading list, which was started in 2019.")]
    [InlineData("It extends arXiv:2305.00002.")]
    [InlineData("Slides are based on https://arxiv.org/abs/2305.00002")]
    [InlineData("Follow-up to https://arxiv.org/abs/2305.00002 from last year.")]
    public void What_a_list_owes_to_another_paper_is_a_mention(string sentence)
    {
        var list = ListReader.ReadWhole("list.md", Encoding.UTF8.GetBytes($"- 2404.00003\n\n{sentence}\n"));

        Assert.Equal(["2404.00003"], list.Listed.Select(claim => claim.Id()));
    }

    [Theory]
    [InlineData("2404.O0004", "2404.00004")]
    [InlineData("2404,00003", "2404.00003")]
    public void A_damaged_identifier_at_the_head_of_an_item_is_named_with_what_it_may_mean(string word, string meant)
    {
        var list = ListReader.ReadWhole("list.md", Encoding.UTF8.GetBytes($"- 2404.00001\n- {word} Widgets\n- 2404.5 points\n"));

        var damaged = Assert.Single(list.Claims, claim => claim.Reference.Problem is not null);
        Assert.Equal((2, true, meant), (damaged.Line, damaged.IsEntry, damaged.Reference.MayMean[0].ToString()));
    }
}
