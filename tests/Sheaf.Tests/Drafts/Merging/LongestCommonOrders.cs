using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class LongestCommonOrders
{
    [Theory]
    [InlineData(new int[0], new bool[0])]
    [InlineData(new[] { 0, 1, 2 }, new[] { true, true, true })]
    [InlineData(new[] { 3, 0, 1, 2 }, new[] { false, true, true, true })]
    [InlineData(new[] { 1, 0 }, new[] { false, false })]
    [InlineData(new[] { 0, 2, 1, 3 }, new[] { true, false, false, true })]
    [InlineData(new[] { 2, 1, 0 }, new[] { false, false, false })]
    public void Certain_is_what_could_not_have_been_moved(int[] places, bool[] certain) =>
        Assert.Equal(certain, LongestCommonOrder.Certain([.. places.Select(place => (place, 1L))]));

    [Fact]
    public void What_weighs_more_stays()
    {
        Assert.Equal([true, false], LongestCommonOrder.Certain([(1, 5), (0, 1)]));
        Assert.Equal([false, true], LongestCommonOrder.One([(1, 1), (0, 5)]));
    }

    [Fact]
    public void Of_several_orders_it_is_always_the_same_one()
    {
        (int, long)[] swapped = [(1, 1), (0, 1), (3, 1), (2, 1)];

        Assert.Equal(LongestCommonOrder.One(swapped), LongestCommonOrder.One(swapped));
        Assert.Equal(2, LongestCommonOrder.One(swapped).Count(isIn => isIn));
    }

    /// <summary>Against all the orders there are, of up to seven things.</summary>
    [Fact]
    public void It_agrees_with_trying_every_order()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var places = Enumerable.Range(0, random.Next(8)).ToArray();
            random.Shuffle(places);
            var things = places.Select(place => (Place: place, Weight: (long)random.Next(1, 4))).ToList();
            var orders = Enumerable.Range(0, 1 << things.Count).Where(set => IsInOrder(things, set)).ToList();
            var most = orders.Max(set => Weight(things, set));
            var heaviest = orders.Where(set => Weight(things, set) == most).ToList();

            var inAll = Enumerable.Range(0, things.Count).Select(at => heaviest.TrueForAll(set => Has(set, at)));
            Assert.Equal(inAll, LongestCommonOrder.Certain(things));
            var one = LongestCommonOrder.One(things).Select((isIn, at) => isIn ? 1 << at : 0).Sum();
            Assert.Contains(one, heaviest);
        }
    }

    private static bool Has(int set, int at) => (set >> at & 1) == 1;

    private static long Weight(List<(int Place, long Weight)> things, int set) =>
        things.Where((_, at) => Has(set, at)).Sum(thing => thing.Weight);

    private static bool IsInOrder(List<(int Place, long Weight)> things, int set)
    {
        var places = things.Where((_, at) => Has(set, at)).Select(thing => thing.Place).ToList();
        return places.SequenceEqual(places.Order());
    }
}
