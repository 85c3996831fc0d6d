using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>The damage of field guide 1.5, and digits that were replaced.</summary>
public sealed class DamagedReferences
{
    [Theory]
    [InlineData("2405.\u200b00208", "2405.00208", "invisible characters")]
    [InlineData("https://arx\u00adiv.org/abs/2405.00208", "2405.00208", "invisible characters")]
    [InlineData("https://arxiv.org/abs/2405.00208\u200bv2", "2405.00208v2", "invisible characters")]
    [InlineData("https://arxiv.org/abs/%E2%80%8B2405.00208", "2405.00208", "invisible characters")]
    [InlineData("\u2060arXiv:\ufeff2405.00208", "2405.00208", "invisible characters")]
    [InlineData("hep\u00adth/9901001", "hep-th/9901001", "an odd dash")]
    [InlineData("q\u00adalg/9501001", "q-alg/9501001", "an odd dash")]
    [InlineData("hep\u2011th/9901001", "hep-th/9901001", "an odd dash")]
    [InlineData("https://arxiv.org/abs/cond\u2013mat/9901001", "cond-mat/9901001", "an odd dash")]
    [InlineData("cond\u2212mat.stat\u2010mech/0603313", "cond-mat/0603313", "an odd dash")]
    [InlineData("２４０５．００２０８", "2405.00208", "full-width or foreign characters")]
    [InlineData("arXiv：２４０５．００２０８ｖ２", "2405.00208v2", "full-width or foreign characters")]
    [InlineData("https://arxiv.org/abs/２４０５.００２０８", "2405.00208", "full-width or foreign characters")]
    [InlineData("https：／／ａｒｘｉｖ．ｏｒｇ／ａｂｓ／２４０５．００２０８", "2405.00208", "full-width or foreign characters")]
    [InlineData("٢٤٠٥٫٠٠٢٠٨", "2405.00208", "full-width or foreign characters")]
    [InlineData("arXiv:२४०५.००२०८", "2405.00208", "full-width or foreign characters")]
    [InlineData("arXiv:𝟐𝟒𝟎𝟓.𝟎𝟎𝟐𝟎𝟖", "2405.00208", "full-width or foreign characters")]
    [InlineData("2405。00208", "2405.00208", "full-width or foreign characters")]
    [InlineData("https://arxiv.org/abs/两404.1466两", "2404.14662", "两 read as 2")]
    [InlineData("https://arxiv.org/abs/二405.00二08", "2405.00208", "二 read as 2")]
    [InlineData("https://arxiv.org/pdf/两404.0二两58v两.pdf?download=1", "2404.02258v2", "两 and 二 read as 2")]
    [InlineData(
        "arXiv:二四零四.一九七五六", "2404.19756",
        "二 read as 2, 四 read as 4, 零 read as 0, 一 read as 1, 九 read as 9, 七 read as 7, 五 read as 5, 六 read as 6")]
    [InlineData("arXiv: 两404.1〇兩○3", "2404.10203", "两 and 兩 read as 2, 〇 and ○ read as 0")]
    [InlineData("https://arxiv.org/abs/%E4%B8%A4404.19756", "2404.19756", "两 read as 2")]
    [InlineData("10.48550/arXiv.两404.19756", "2404.19756", "两 read as 2")]
    [InlineData("https://huggingface.co/papers/两404.19756", "2404.19756", "两 read as 2")]
    [InlineData("https://arxiv.org/abs/24O4.l9756", "2404.19756", "O read as 0, l read as 1")]
    [InlineData("arXiv:24o4.I9756v2", "2404.19756v2", "o read as 0, I read as 1")]
    [InlineData("https://arxiv.org/abs/hep-th/99O1OO1", "hep-th/9901001", "O read as 0")]
    [InlineData("https://arxiv.org/abs/2405.00208vl", "2405.00208v1", "l read as 1")]
    [InlineData("https://arxiv.org/abs/两4\u200b04.19756", "2404.19756", "两 read as 2, invisible characters")]
    [InlineData("2405.00二08", "2405.00208", "二 read as 2")]
    [InlineData("二405.00二08", "2405.00208", "二 read as 2")]
    [InlineData("两404.0二两58v2", "2404.02258v2", "两 and 二 read as 2")]
    [InlineData("2405．00二08", "2405.00208", "二 read as 2, full-width or foreign characters")]
    [InlineData("二四零四.19756", "2404.19756", "二 read as 2, 四 read as 4, 零 read as 0")]
    [InlineData("hep-th/99〇1001", "hep-th/9901001", "〇 read as 0")]
    public void A_repair_says_what_was_mended(string written, string reference, string what)
    {
        var text = $"see ({written}), then";

        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal((reference, null), (found.Reference?.ToString(), found.Problem));
        Assert.Equal((what, reference, true), (found.Repair?.What, found.Repair?.Repaired, found.Repair?.IsCertain));
        Assert.Equal(found.Text, text.Substring(found.Index, found.Length));
        Assert.Equal(written.Trim('\u2060'), found.Text);
        Assert.Contains(found.Repair!.Original, written, StringComparison.Ordinal);
        Assert.True(IdentifierFinder.TryReadReference(written, out var read));
        Assert.Equal(reference, read.ToString());
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/两404.19756?x=1", "两404.19756")]
    [InlineData("https://arxiv.org/abs/2405.\u200b00208", "2405.\u200b00208")]
    [InlineData("https://arx\u200biv.org/abs/2405.00208#S1", "https://arx\u200biv.org/abs/2405.00208")]
    public void The_damaged_part_is_told_apart_from_what_is_sound(string written, string original) =>
        Assert.Equal(original, Assert.Single(IdentifierFinder.Find(written)).Repair?.Original);

    [Theory]
    [InlineData("\u200b2405.00208\u200b")]
    [InlineData("see\u200b2405.00208\u200b.")]
    [InlineData("arXiv：2405.00208。")]
    [InlineData("（https://arxiv.org/abs/2405.00208）")]
    [InlineData("https://arxiv.org/abs/2405.00208—a note")]
    [InlineData("https://arxiv.org/abs/2405.00208：好的")]
    [InlineData("https://arxiv.org/abs/2405.00208二次")]
    [InlineData("https://arxiv.org/abs/2405.00208%20and")]
    [InlineData("https://arxiv.org/abs/2405.00208%E2%80%8B")]
    [InlineData("Émile’s arXiv:2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208?q=100%25")]
    public void What_is_sound_is_not_called_mended(string text)
    {
        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal(("2405.00208", null), (found.Reference?.ToString(), found.Repair));
    }

    [Theory]
    [InlineData(
        "https://arxiv.org/abs/两404.9990", "2404.9990", "is 2404.9990 meant? 2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("arXiv:两四13.00001", "2413.00001", "is 2413.00001 meant? there is no month 13")]
    [InlineData(
        "https://arxiv.org/abs/2404.12345l", "2404.123451",
        "is 2404.123451 meant? 2404.123451 has six digits; since January 2015 there are five")]
    [InlineData(
        "https://arxiv.org/abs/1404.1234O", "1404.12340",
        "is 1404.12340 meant? 1404.12340 has five digits; until December 2014 there are four")]
    [InlineData("https://arxiv.org/abs/hep-th/99l3OO1", "hep-th/9913001", "is hep-th/9913001 meant? there is no month 13")]
    public void A_guess_that_names_no_paper_is_a_question(string written, string guess, string question)
    {
        var found = Assert.Single(IdentifierFinder.Find(written));

        Assert.Equal((null, question, written), (found.Reference, found.Problem, found.Text));
        Assert.Equal((guess, false), (found.Repair?.Repaired, found.Repair?.IsCertain));
        Assert.False(IdentifierFinder.TryReadReference(written, out _));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/1404.1234两篇", "1404.1234")]
    [InlineData("https://arxiv.org/abs/1412.123两二次", "1412.1232")]
    [InlineData("https://arxiv.org/abs/两404.19756二次", "2404.19756")]
    [InlineData("见https://arxiv.org/abs/两404.19756的论文", "2404.19756")]
    public void Numerals_behind_an_identifier_belong_to_the_words_that_follow(string text, string reference) =>
        Assert.Equal(reference, Assert.Single(IdentifierFinder.Find(text)).Reference?.ToString());

    [Theory]
    [InlineData("24O4.l9756 2404.1975l 二〇二四.一九七五六")]
    [InlineData("价格为2404.1975二手 第二405.00208 2404.1975两元 版本 240二.00208 hep-th/九九〇一001")]
    [InlineData("＄１４０４．１２３４ 1404．1234％x １４０４．１２３４％ １４０４．１２３４元")]
    [InlineData("電話０７１１．１２３４ 〒２４０５．１２３")]
    [InlineData("Mixtral 8x两两B 领布于 两0两4 年,3二,064")]
    [InlineData("hep-th/99O1OO1")]
    public void Nothing_is_mended_that_nothing_proves_or_is_something_else(string text) => Assert.Empty(IdentifierFinder.Find(text));

    [Theory]
    [MemberData(nameof(ProvenSpellings))]
    public void An_invisible_character_anywhere_in_a_proven_link_does_not_hide_it(string link, string reference)
    {
        foreach (var character in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e")
        {
            for (var at = 0; at <= link.Length; at++)
            {
                var found = Assert.Single(IdentifierFinder.Find($"see {link.Insert(at, character.ToString())} there"));

                Assert.Equal(reference, found.Reference?.ToString());
                Assert.Equal(at > 0 && at < link.Length, found.Repair is { IsCertain: true });
            }
        }
    }

    public static TheoryData<string, string> ProvenSpellings => new()
    {
        { "https://arxiv.org/abs/2405.00208v2", "2405.00208v2" },
        { "http://arxiv.org/pdf/hep-th/9901001", "hep-th/9901001" },
        { "https://doi.org/10.48550/arXiv.2405.00208", "2405.00208" },
        { "https://huggingface.co/papers/2405.00208", "2405.00208" },
        { "arXiv:2405.00208", "2405.00208" },
        { "oai:arXiv.org:2405.00208", "2405.00208" },
    };
}
