using CsCheck;
using Saima.Engines.Transparency;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Transparency;

public sealed class LogTileTests
{
    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")] // of the specification
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(3, 999, 1, "tile/3/999.p/1")]
    [InlineData(0, 1000, 255, "tile/0/x001/000.p/255")]
    [InlineData(LogTile.Entries, 123_456, 256, "tile/entries/x123/456")]
    [InlineData(LogTile.Entries, 0, 6, "tile/entries/000.p/6")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        new LogTile(level, index, width).Path.ShouldBe(path);
        LogTile.Parse(path).ShouldBe(new LogTile(level, index, width));
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/001")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/xx01")]
    [InlineData("tile/0/+01")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/entries/")]
    [InlineData("tile/entries")]
    [InlineData("tiles/0/000")]
    [InlineData("")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    public void Every_other_spelling_is_none(string path) => LogTile.Parse(path).ShouldBeNull();

    [Fact]
    public void The_tiles_of_seventy_thousand_leaves_are_those_of_the_specification()
    {
        var tiles = LogTile.Of(70_000).ToList();
        tiles.Count(tile => tile is { Level: 0, IsFull: true }).ShouldBe(273);
        tiles.Single(tile => tile is { Level: 0, IsFull: false }).Width.ShouldBe(112);
        tiles.Count(tile => tile is { Level: 1, IsFull: true }).ShouldBe(1);
        tiles.Single(tile => tile is { Level: 1, IsFull: false }).Width.ShouldBe(17);
        tiles.Single(tile => tile.Level == 2).ShouldBe(new LogTile(2, 0, 1));
        tiles.Count(tile => tile.Level == LogTile.Entries).ShouldBe(274);
        LogTile.Of(256).Select(tile => tile.Path).ShouldBe(["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        LogTile.Of(0).ShouldBeEmpty();
        tiles.ShouldAllBe(tile => tile.IsIn(70_000) && LogTile.Parse(tile.Path) == tile);
        new LogTile(0, 273, 113).IsIn(70_000).ShouldBeFalse();
        new LogTile(1, 1, 18).IsIn(70_000).ShouldBeFalse();
    }

    [Fact]
    public void Heads_and_proofs_read_from_tiles_are_those_of_the_tree()
    {
        var big = new MerkleTree();
        for (var number = 0; number < 70_000; number++)
        {
            big.Append(MerkleHash.Leaf(BitConverter.GetBytes(number)));
        }

        Gen.Select(Gen.OneOf(Gen.Int[1, 1000], Gen.Int[1, 70_000]), Gen.Int[0, 69_999], Gen.Int[0, 69_999]).Sample((size, at, other) =>
        {
            var (index, from) = (at % size, other % (size + 1));
            byte[] Read(MerkleNode node)
            {
                var tile = LogTile.For(node, size);
                tile.IsIn(size).ShouldBeTrue();
                return LogTile.Read(node, tile.Hashes(big.Read));
            }

            var head = MerkleProof.Head(size, Read);
            head.ShouldBe(big.Head(size));
            MerkleProof.IsIncluded(big.Read(new(0, index)), index, size, MerkleProof.Inclusion(index, size, Read), head).ShouldBeTrue();
            MerkleProof.IsConsistent(from, big.Head(from), size, head, MerkleProof.Consistency(from, size, Read)).ShouldBeTrue();
            MerkleProof.Needed(read => MerkleProof.Inclusion(index, size, read)).Count.ShouldBeLessThan(200);
        }, iter: 200);
    }

    [Fact]
    public void Entries_come_back_as_they_were_written_and_a_torn_bundle_is_none() =>
        Gen.Byte.Array[0, 300].Array[0, 40].Sample(entries =>
        {
            var bytes = EntryBundle.Write(entries);
            EntryBundle.Read(bytes)!.ShouldBe(entries);
            if (entries.Length > 0)
            {
                (EntryBundle.Read(bytes.AsSpan(0, bytes.Length - 1)) is { } torn && torn.Count == entries.Length).ShouldBeFalse();
            }
        }, iter: 200);
}
