using System.Text;
using Sheaf.Lists.Import;
using Sheaf.TestKit.Lists;

namespace Sheaf.Tests.Lists.Import;

public sealed class LongListsOfRecords
{
    public static TheoryData<string> Formats => [.. LongLists.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Four_times_the_list_costs_no_more_than_four_times_the_memory_and_a_little(string format)
    {
        var (small, large) = (Encoding.UTF8.GetBytes(LongLists.Write(format, 100_000)),
            Encoding.UTF8.GetBytes(LongLists.Write(format, 400_000)));
        Allocated(format, small);

        var (few, many) = (Allocated(format, small), Allocated(format, large));

        Assert.True(many <= 4.6 * few, $"{many} bytes for four times the list of {few}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_record_of_hundreds_is_an_entry_or_has_its_reason(string format)
    {
        var text = LongLists.Write(format, 200_000);
        var count = text.Split("Widgets That Turn, Part").Length - 1;

        var list = ListReader.ReadWhole("list." + format, Encoding.UTF8.GetBytes(text));

        Assert.True(count > 300);
        Assert.Equal(count, list.Listed.Count() + list.Paperless.Count);
        // A title's quote that is never closed shifts the cells of its row: which of them names the paper is for a person to say.
        Assert.Equal(format is "ris" or "csv" ? count / 50 : 0, list.Paperless.Count);
    }

    private static long Allocated(string format, byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ListReader.ReadWhole("list." + format, content);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
