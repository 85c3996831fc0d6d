using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary><see cref="ReadAhead"/>: what is read in a thread of its own comes as if it were not.</summary>
public sealed class ReadingAhead
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(1_001)]
    public void Everything_comes_in_its_order(int count) =>
        Assert.Equal(
            Enumerable.Range(0, count), ReadAhead.InChunks(Enumerable.Range(0, count), Token).SelectMany(chunk => chunk).ToList());

    [Fact]
    public void What_goes_wrong_in_the_reading_goes_wrong_for_the_reader()
    {
        Assert.Throws<InvalidDataException>(() => ReadAhead.InChunks(Torn(), Token).Count());

        static IEnumerable<int> Torn() =>
            Enumerable.Range(0, 200).Select(number => number < 130 ? number : throw new InvalidDataException());
    }

    [Fact]
    public void Who_stops_half_way_leaves_nothing_open()
    {
        var isOpen = false;

        Assert.Equal(0, ReadAhead.InChunks(Endless(), Token).First()[0]);

        Assert.False(isOpen);

        IEnumerable<int> Endless()
        {
            isOpen = true;
            try
            {
                while (true)
                {
                    yield return 0;
                }
            }
            finally
            {
                isOpen = false;
            }
        }
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var _ in ReadAhead.InChunks(Enumerable.Repeat(0, int.MaxValue), stop.Token))
            {
                stop.Cancel();
            }
        });
    }
}
