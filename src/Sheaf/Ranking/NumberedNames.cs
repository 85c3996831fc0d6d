using System.Runtime.InteropServices;

namespace Sheaf.Ranking;

/// <summary>
/// Gives each word or name a number, in the order in which they are met. A history has hundreds of thousands: they lie one after the other
/// in a few large arrays, which takes a third of the memory and half of the time of a dictionary of strings.
/// </summary>
internal sealed class NumberedNames
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;

    /// <summary>Longer names are cut, and are the same where so much of them is.</summary>
    private const int Longest = 1_000;

    /// <summary>What lies before each name: its length, and its place in <see cref="_names"/> in two halves.</summary>
    private const int Header = 3;

    /// <summary>Each name behind its header; no name lies on two pages.</summary>
    private readonly List<char[]> _pages = [];

    /// <summary>Where each name lies, in the order in which they were met.</summary>
    private readonly List<int> _names = [];

    private readonly int _fixed;
    private readonly int _numberOfFixed;

    /// <summary>
    /// By hash, or behind it where that is taken: the upper half of the hash, and below it one more than where the name lies; 0 is free.
    /// </summary>
    private ulong[] _slots = new ulong[1 << 10];

    private int _free = PageSize;

    public NumberedNames()
    {
    }

    /// <param name="fixedNames">Names that are not counted and get no number of their own.</param>
    /// <param name="number">What they have in its place.</param>
    public NumberedNames(IEnumerable<string> fixedNames, int number)
    {
        foreach (var name in fixedNames)
        {
            Add(name);
        }

        (_fixed, _numberOfFixed) = (_names.Count, number);
    }

    public int Count => _names.Count - _fixed;

    public string this[int number] => Name(_names[number + _fixed]).ToString();

    /// <summary>Which of two names comes first, by their characters.</summary>
    public int Compare(int number, int other) =>
        Name(_names[number + _fixed]).SequenceCompareTo(Name(_names[other + _fixed]));

    /// <summary>The number it has, or gets now.</summary>
    public int Add(ReadOnlySpan<char> name)
    {
        name = Cut(name);
        var hash = Hash(name);
        ref var slot = ref Slot(name, hash);
        if (slot == 0)
        {
            var at = Keep(name, _names.Count);
            _names.Add(at);
            slot = SlotOf(hash, at);
            if (2 * _names.Count > _slots.Length)
            {
                Grow();
            }

            return _names.Count - 1 - _fixed;
        }

        return Number(slot);
    }

    /// <summary>The number it has; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        name = Cut(name);
        var slot = Slot(name, Hash(name));
        return slot == 0 ? -1 : Number(slot);
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> name) => name.Length > Longest ? name[..Longest] : name;

    private static ulong SlotOf(ulong hash, int at) => (hash & ~(ulong)uint.MaxValue) | (uint)(at + 1);

    private int Number(ulong slot)
    {
        var at = (int)(uint)slot - 1;
        var header = _pages[at >> PageBits].AsSpan(at & (PageSize - 1));
        var place = header[1] | (header[2] << 16);
        return place < _fixed ? _numberOfFixed : place - _fixed;
    }

    private ReadOnlySpan<char> Name(int at)
    {
        var page = _pages[at >> PageBits];
        var start = at & (PageSize - 1);
        return page.AsSpan(start + Header, page[start]);
    }

    private int Keep(ReadOnlySpan<char> name, int place)
    {
        if (_free + Header + name.Length > PageSize)
        {
            _pages.Add(new char[PageSize]);
            _free = 0;
        }

        var at = ((_pages.Count - 1) << PageBits) | _free;
        var page = _pages[^1].AsSpan(_free);
        (page[0], page[1], page[2]) = ((char)name.Length, (char)place, (char)(place >> 16));
        name.CopyTo(page[Header..]);
        _free += Header + name.Length;
        return at;
    }

    /// <summary>That of the name, or the free one where it is to be.</summary>
    private ref ulong Slot(ReadOnlySpan<char> name, ulong hash)
    {
        var slots = _slots;
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[at];
            if (slot == 0 || ((slot ^ hash) >> 32 == 0 && Name((int)(uint)slot - 1).SequenceEqual(name)))
            {
                return ref slot;
            }
        }
    }

    private void Grow()
    {
        _slots = new ulong[2 * _slots.Length];
        foreach (var at in _names)
        {
            var hash = Hash(Name(at));
            Slot(Name(at), hash) = SlotOf(hash, at);
        }
    }

    /// <summary>Four letters at a time, the same in every process.</summary>
    private static ulong Hash(ReadOnlySpan<char> name)
    {
        const ulong Odd = 0x9E3779B97F4A7C15UL;
        var hash = (ulong)name.Length;
        for (; name.Length >= 4; name = name[4..])
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name))) * Odd;
            hash ^= hash >> 29;
        }

        foreach (var letter in name)
        {
            hash = (hash ^ letter) * Odd;
            hash ^= hash >> 29;
        }

        return hash ^ (hash >> 32);
    }
}
