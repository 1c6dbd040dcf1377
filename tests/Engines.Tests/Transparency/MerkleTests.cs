using System.Text;
using CsCheck;
using Saima.Engines.Transparency;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Transparency;

public sealed class MerkleTests
{
    // Inputs and heads of the reference implementations of RFC 6962 (certificate-transparency, transparency-dev/merkle).
    private static readonly string[] ReferenceLeaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] ReferenceHeads =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_heads_are_those_of_the_reference_implementations()
    {
        var tree = MerkleTree.Of(ReferenceLeaves.Select(Convert.FromHexString));
        for (var size = 0; size <= ReferenceLeaves.Length; size++)
        {
            Convert.ToHexStringLower(tree.Head(size)).ShouldBe(ReferenceHeads[size]);
        }
    }

    [Fact]
    public void Heads_and_proofs_of_every_size_are_those_of_the_definitions()
    {
        const int Most = 70;
        var entries = Entries(Most);
        var tree = MerkleTree.Of(entries);
        for (var size = 0; size <= Most; size++)
        {
            var now = entries.AsSpan(0, size);
            var head = tree.Head(size);
            head.ShouldBe(PlainTree.Head(now));
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(index, size, tree.Read);
                proof.ShouldBe(PlainTree.Path(index, now));
                MerkleProof.IsIncluded(MerkleHash.Leaf(entries[index]), index, size, proof, head).ShouldBeTrue();
                MerkleProof.IsIncluded(MerkleHash.Leaf(entries[index]), index + 1, size, proof, head).ShouldBeFalse();
            }

            for (var from = 0; from <= size; from++)
            {
                var proof = MerkleProof.Consistency(from, size, tree.Read);
                proof.ShouldBe(PlainTree.Proof(from, now));
                MerkleProof.IsConsistent(from, tree.Head(from), size, head, proof).ShouldBeTrue($"{from} {size}");
            }
        }
    }

    [Fact]
    public void A_changed_entry_or_proof_is_never_believed() =>
        Gen.Select(Gen.Int[1, 600], Gen.Int[0, 599], Gen.Int[0, 599], Gen.Int[0, 599]).Sample((size, at, other, turned) =>
        {
            var (index, from) = (at % size, 1 + (other % size));
            var entries = Entries(size);
            var tree = MerkleTree.Of(entries);
            var head = tree.Head(size);
            var leaf = MerkleHash.Leaf(entries[index]);
            var inclusion = MerkleProof.Inclusion(index, size, tree.Read);
            MerkleProof.IsIncluded(leaf, index, size, inclusion, head).ShouldBeTrue();
            MerkleProof.IsIncluded(MerkleHash.Leaf([1, 2, 3]), index, size, inclusion, head).ShouldBeFalse();
            MerkleProof.IsIncluded(leaf, index, size, [.. inclusion, leaf], head).ShouldBeFalse();
            if (inclusion.Count > 0)
            {
                MerkleProof.IsIncluded(leaf, index, size, Turned(inclusion, turned), head).ShouldBeFalse();
                MerkleProof.IsIncluded(leaf, index, size, [.. inclusion.Skip(1)], head).ShouldBeFalse();
            }

            // Another log: one entry of the older part is different.
            var forked = (byte[][])entries.Clone();
            forked[turned % from] = [9, 9, 9];
            var fork = MerkleTree.Of(forked);
            var consistency = MerkleProof.Consistency(from, size, fork.Read);
            MerkleProof.IsConsistent(from, tree.Head(from), size, fork.Head(size), consistency).ShouldBeFalse();
            MerkleProof.IsConsistent(from, tree.Head(from), size, fork.Head(size), MerkleProof.Consistency(from, size, tree.Read)).ShouldBeFalse();
            MerkleProof.IsConsistent(from, fork.Head(from), size, fork.Head(size), consistency).ShouldBeTrue();
            if (consistency.Count > 0)
            {
                MerkleProof.IsConsistent(from, fork.Head(from), size, fork.Head(size), Turned(consistency, turned)).ShouldBeFalse();
            }
        }, iter: 300);

    [Fact]
    public void What_makes_no_sense_is_not_believed_either()
    {
        var tree = MerkleTree.Of(Entries(5));
        var head = tree.Head(5);
        MerkleProof.IsIncluded(head, -1, 5, [], head).ShouldBeFalse();
        MerkleProof.IsIncluded(head, 0, 0, [], head).ShouldBeFalse();
        MerkleProof.IsConsistent(6, head, 5, head, []).ShouldBeFalse();
        MerkleProof.IsConsistent(-1, head, 5, head, []).ShouldBeFalse();
        MerkleProof.IsConsistent(3, tree.Head(3), 5, head, []).ShouldBeFalse();
        MerkleProof.IsConsistent(0, head, 5, head, []).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleProof.Inclusion(5, 5, tree.Read));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleProof.Consistency(6, 5, tree.Read));
    }

    private static List<byte[]> Turned(IReadOnlyList<byte[]> proof, int at)
    {
        var turned = proof.Select(hash => (byte[])hash.Clone()).ToList();
        turned[at % proof.Count][at % 32] ^= 1;
        return turned;
    }

    private static byte[][] Entries(int count) => [.. Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes($"entry {number}"))];
}
