import type { SampleDocument } from '../sample-report.ts'

/** The five documents that the register was read from, by the digest of the text we used. */
export const jointAreaReview2007: SampleDocument = {
  name: 'Joint area review of Birmingham, 6 February 2007, reference 330',
  digest: 'sha256:07575d6704965dcaa7f6bf88c7192ba6cfea5f7994b19c06dd7a7fe6f1d44c39',
  date: '2007-02-06',
}
export const safeguardingInspection2010: SampleDocument = {
  name: 'Safeguarding and looked after children inspection of Birmingham, 16 July 2010',
  digest: 'sha256:29ff9b2f6fd5db3f280ff9a26bd00dfe5bb993eb9700bc7cbcbd01656172bd41',
  date: '2010-07-16',
}
export const committeePack2018: SampleDocument = {
  name: 'Birmingham scrutiny committee pack, 14 February 2018 (Schools, Children and Families O&S)',
  digest: 'sha256:0da85e23db902627210b01f01ddc5698825b6cc40e3e1d84b711f463240cbb75',
  date: '2018-02-14',
}
export const nationalReport2007: SampleDocument = {
  name: 'Narrowing the gap, national report, April 2007, reference 070041',
  digest: 'sha256:6f6c045c959ebf6450730b4931cfde28449b2eaacfb1d9c5fec22f8d0099c49f',
  date: '2007-04-30',
}
export const jointAreaReview2006: SampleDocument = {
  name: 'Joint area review of Coventry, 23 June 2006, reference 331',
  digest: 'sha256:90a6a38e81c83e04db7e0fd70021b01a3e9e40b33744dca0842977612edba040',
  date: '2006-06-23',
}
