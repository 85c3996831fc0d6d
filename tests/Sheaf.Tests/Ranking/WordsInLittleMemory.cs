using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary><see cref="WordReader"/> and <see cref="PairTable"/>: what is packed is found again.</summary>
public sealed class WordsInLittleMemory
{
    [Fact]
    public void Words_are_read_as_they_were_written_whatever_their_numbers()
    {
        int[] words = [0, Lexicon.Gap, 126, 127, 128, 16_382, 16_383, 2_097_151, int.MaxValue - 1, 5];
        var room = new byte[words.Length * WordReader.MostBytes];
        var length = 0;
        foreach (var word in words)
        {
            length += WordReader.Write(word, room.AsSpan(length));
        }

        var read = new List<(int Before, int Word)>();
        for (var reader = new WordReader(room.AsSpan(0, length)); reader.MoveNext();)
        {
            read.Add((reader.Before, reader.Word));
        }

        Assert.Equal(words.Prepend(Lexicon.Gap).Zip(words), read);
    }

    [Fact]
    public void Every_name_has_its_own_number_however_many_there_are()
    {
        var names = new NumberedNames(["the", "of"], Lexicon.Gap);
        var all = Enumerable.Range(0, 20_000).Select(number => $"name{number}").ToList();

        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(name => names.Add(name)).ToList());

        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(name => names.Find(name)));
        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(name => names.Add(name)));
        Assert.Equal(all, Enumerable.Range(0, names.Count).Select(number => names[number]));
        Assert.Equal((Lexicon.Gap, Lexicon.Gap, -1), (names.Find("the"), names.Add("of"), names.Find("name")));
        Assert.True(names.Compare(0, 1) < 0 && names.Compare(2, 10) > 0 && names.Compare(7, 7) == 0);
    }

    [Fact]
    public void A_name_longer_than_any_is_cut()
    {
        var names = new NumberedNames();
        var (first, second) = (names.Add(new string('a', 70_000)), names.Add(new string('a', 70_000) + "b"));

        Assert.Equal((0, 0, 1), (first, second, names.Add("")));
        Assert.Equal(1, names.Find(""));
    }

    [Fact]
    public void Every_pair_has_its_own_number_however_many_there_are()
    {
        var table = new PairTable();
        var pairs = Enumerable.Range(0, 10_000).Select(number => PairTable.Pair(number % 100, number / 100)).ToList();
        for (var number = 0; number < pairs.Count; number++)
        {
            ref var place = ref table.Add(pairs[number]);
            Assert.Equal(0, place);
            place = number + 1;
        }

        Assert.Equal(Enumerable.Range(1, pairs.Count), pairs.Select(table.Find));
        Assert.Equal(-1, table.Find(PairTable.Pair(100, 0)));
        Assert.Equal(pairs.Order(), table.All.Select(pair => pair.Pair).Order());
    }
}
