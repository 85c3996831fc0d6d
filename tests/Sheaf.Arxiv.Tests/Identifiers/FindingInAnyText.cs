using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>What holds for every text: random ones and references that were changed at random, the same in each run.</summary>
public sealed class FindingInAnyText
{
    private static readonly string[] Pieces =
    [
        "https://", "arxiv.org/abs/", "arXiv:", "10.48550/arXiv.", "2405.00208", "hep-th/9901001", "1404.1234", "v2", ".pdf",
        "oai:arXiv.org:",
        "huggingface.co/papers/", "%2F", "%E2%80%8B", "%", "?id=", "&archive=", "/", ".", ":", "\n", "\r\n> ", " ", "\u200b", "\u00ad",
        "\u2011", "两", "二", "〇",
        "O", "l", "２", "．", "。", "：", "٢", "𝟐", "\ud835", "\udfd0", "é", "的", "(", ")", "]", "$", "-", "_", "\0", "9", "0", "a", "x",
    ];

    private static readonly string[] References =
    [
        "https://arxiv.org/abs/2405.00208v3", "http://arxiv.org/pdf/hep-th/9901001v1.pdf#page=3", "arXiv:math.GT/0309136",
        "10.48550/arXiv.2405.00208",
        "https://ui.adsabs.harvard.edu/abs/arXiv:hep-th%2F9901001", "https://arxiv.org/abs/两404.0二两58", "2405.00208", "0706.0001v2",
        "cond-mat/0603313",
    ];

    [Fact]
    public void Ten_thousand_random_texts_hold_only_true_references()
    {
        var random = new Random(20240430);
        for (var round = 0; round < 10_000; round++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Pieces[random.Next(Pieces.Length)])));
        }
    }

    [Fact]
    public void Ten_thousand_changed_references_are_true_references_or_none()
    {
        var random = new Random(20240501);
        for (var round = 0; round < 10_000; round++)
        {
            var text = new StringBuilder("see ").Append(References[random.Next(References.Length)]).Append(", then");
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                Change(text, random);
            }

            Check(text.ToString());
        }
    }

    [Fact]
    public void Ten_thousand_changed_identifiers_are_identifiers_or_none()
    {
        var random = new Random(20240505);
        string[] identifiers =
            [
                "2405.00208v3", "hep-th/9901001", "arXiv:math.GT/0309136v2", "0706.0001v2", "1412.9999", "2405.00208v2.pdf",
                "arXiv:2501.12948",
            ];
        var read = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var text = new StringBuilder(identifiers[random.Next(identifiers.Length)]);
            for (var change = random.Next(1, 4); change > 0 && text.Length > 0; change--)
            {
                Change(text, random);
            }

            read += EprintReference.TryParse(text.ToString(), out _) ? 1 : 0;
            CheckWhole(text.ToString());
        }

        Assert.InRange(read, 200, 5_000);
    }

    [Fact]
    public void Every_possible_identifier_is_found_as_itself()
    {
        var random = new Random(20240502);
        for (var round = 0; round < 2_000; round++)
        {
            var month = new Month(random.Next(2007, 2027), random.Next(1, 13));
            var width = month.Year < 2015 ? 4 : 5;
            var number = random.Next(1, width == 4 ? 10_000 : 100_000).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
            var identifier = string.Create(CultureInfo.InvariantCulture, $"{month.Year % 100:D2}{month.Number:D2}.{number}");
            if (month >= new Month(2007, 4))
            {
                Assert.Equal(identifier, Assert.Single(IdentifierFinder.Find($"(see {identifier}).")).Reference?.ToString());
            }
        }
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(3))
        {
            case 0:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1:
                text.Remove(at, 1);
                break;
            default:
                text[at] = (char)random.Next(0x20, random.Next(2) == 0 ? 0x7f : 0x3100);
                break;
        }
    }

    private static void Check(string text)
    {
        var end = 0;
        foreach (var found in IdentifierFinder.Find(text))
        {
            Assert.True(found.Index >= end && found.Length > 0, text);
            end = found.Index + found.Length;
            Assert.Equal(text[found.Index..end], found.Text);
            Assert.True(found.Reference is null != found.Problem is null, text);
            Assert.True(found.Repair is null || found.Repair.IsCertain == found.Reference is not null, text);
            Assert.True(found.Repair is null || found.Text.Contains(found.Repair.Original, StringComparison.Ordinal), text);
            if (found.Reference is { } reference)
            {
                Assert.Equal(reference, EprintReference.Parse(reference.ToString()));
                Assert.Equal(reference.Identifier, ArxivIdentifier.Parse(reference.Identifier.ToString()));
            }
        }

        _ = EprintReference.ExplainMalformed(text);
        _ = IdentifierFinder.ReadToken(text);
        CheckWhole(text);
    }

    // One identifier as arXiv's own parser reads it.
    private static void CheckWhole(string text)
    {
        if (EprintReference.TryParse(text, out var reference))
        {
            Assert.Equal(reference, EprintReference.Parse(reference.ToString()));
            // arXiv's parser does not ask whether an archive exists; the finder does.
            Assert.True(
                reference.Identifier.Archive is not null
                    || Assert.Single(IdentifierFinder.Find(reference.ToString())).Reference == reference, text);
            Assert.True(reference.Version is null or > 0, text);
        }
    }
}
