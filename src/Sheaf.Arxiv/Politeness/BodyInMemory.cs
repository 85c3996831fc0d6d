using System.Buffers;
using System.Net;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// A body that has been read to its end, in pieces that are lent and given back: in one piece, the megabytes of a page of a listing would
/// stay with the process long after they were read.
/// </summary>
internal sealed class BodyInMemory : HttpContent
{
    private const int PieceSize = 1 << 16;

    private readonly List<byte[]> _pieces = [];
    private int _length;

    private BodyInMemory()
    {
    }

    /// <summary>Reads a body.</summary>
    /// <param name="body">Its headers are kept.</param>
    /// <param name="most">Bytes, decompressed.</param>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    /// <returns>Null where it is longer.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<BodyInMemory?> ReadAsync(HttpContent body, int most, CancellationToken cancellationToken)
    {
        var read = new BodyInMemory();
        try
        {
            var isShort = body.Headers.ContentLength is not { } length || length <= most;
            if (isShort && await read.FillAsync(await body.ReadAsStreamAsync(cancellationToken), most, cancellationToken))
            {
                foreach (var (name, values) in body.Headers.NonValidated)
                {
                    read.Headers.TryAddWithoutValidation(name, values);
                }

                return read;
            }
        }
        catch
        {
            read.Dispose();
            throw;
        }

        read.Dispose();
        return null;
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new Pieces(this);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Pieces(this));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var pieces = new Pieces(this);
        await pieces.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        // Twice given back, a piece would be lent to two.
        foreach (var piece in _pieces)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        _pieces.Clear();
        _length = 0;
        base.Dispose(disposing);
    }

    private async Task<bool> FillAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        for (var free = Memory<byte>.Empty; ;)
        {
            if (free.IsEmpty)
            {
                _pieces.Add(ArrayPool<byte>.Shared.Rent(PieceSize));
                free = _pieces[^1].AsMemory(0, PieceSize);
            }

            var count = await body.ReadAsync(free, cancellationToken);
            if (count == 0)
            {
                return true;
            }

            free = free[count..];
            if ((_length += count) > most)
            {
                return false;
            }
        }
    }

    /// <summary>The bytes one after the other.</summary>
    private sealed class Pieces(BodyInMemory body) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => body._length;

        public override long Position { get => _at; set => _at = checked((int)value); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, body._length - _at), PieceSize - (_at % PieceSize));
            if (count <= 0)
            {
                return 0;
            }

            body._pieces[_at / PieceSize].AsSpan(_at % PieceSize, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
        {
            SeekOrigin.Current => _at,
            SeekOrigin.End => body._length,
            _ => 0,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
